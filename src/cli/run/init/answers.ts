import type { Site } from "../../../registry/schema/site.ts";
import type { Asked } from "../../../registry/site-law.ts";
import type { pipelines } from "../../commands/init.ts";

/** A service that a site uses: a provider of the registry, or one whose file is begun. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly isKnown: boolean;
  /** Those of its features that the site uses. */
  readonly features: readonly string[];
}

/** Where to complain. */
export interface Authority {
  readonly name: string;
  readonly url: string;
}

/** What is known of a new site. What nobody said has a value all the same, for a person to change. */
export interface Answers {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly languages: readonly string[];
  /** Absent where nobody said: then the law of the Union is assumed. */
  readonly jurisdictions: Site["jurisdictions"];
  readonly controller: string;
  readonly email: string;
  readonly authority: Authority | undefined;
  readonly services: readonly Service[];
  readonly banner: string | undefined;
  readonly pipeline: (typeof pipelines)[number];
  /** The keys whose values are examples. */
  readonly examples: readonly string[];
}

/** What a new site's file says of choosing; each is left out where nothing is to be said. */
export interface Choosing {
  readonly consent?: Asked;
  readonly preferences?: Site["preferences"];
}
