import type { Diagnostic } from "../diagnostic.ts";
import type { Crawled } from "./crawled.ts";
import type { SeenRequest } from "./requests.ts";
import type { Storage } from "../vocabulary/vocabulary.ts";

/** When in a visit something was seen: before any choice, after rejecting everything, after accepting everything. */
export const phases = ["before", "rejected", "accepted"] as const;
export type Phase = (typeof phases)[number];

/**
 * How long something stays from the moment it is set. `capped`: the browser's own limit of 400 days cut it, and what was
 * asked for is not known. `persistent`: it has no end of its own, as local storage. `unknown`: the evidence cannot tell.
 */
export type Lifetime =
  | { readonly kind: "session" }
  | { readonly kind: "persistent" }
  | { readonly kind: "unknown" }
  | { readonly kind: "length"; readonly seconds: number; readonly capped: boolean };

/** Who set it; lines and columns count from 1. Addresses carry neither query nor fragment. */
export interface Setter {
  readonly kind: "response" | "script";
  readonly url: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that a browser was seen to keep or was asked to keep. Its value is never part of it. */
export interface Observation {
  readonly name: string;
  readonly storage: Storage;
  /** The host or domain that it belongs to, in lower case without a leading dot; absent where the evidence cannot tell. */
  readonly host?: string;
  /** True where it is sent to this host alone, false where to hosts below it, too; absent where the evidence cannot tell. */
  readonly hostOnly?: boolean;
  readonly path?: string;
  /** The page visited, of several the first, without query and fragment; absent where the evidence cannot tell. */
  readonly page?: string;
  /** The other pages on which it was seen to be set; absent where one page was visited, or the evidence cannot tell. */
  readonly alsoOn?: readonly string[];
  readonly lifetime: Lifetime;
  /** Absent where the evidence does not say in which phase it was made. */
  readonly phase?: Phase;
  readonly setter?: Setter;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: "strict" | "lax" | "none";
  readonly partitioned?: boolean;
  /** Why the browser did not keep it, in the browser's words; absent where it did. */
  readonly blocked?: readonly string[];
}

/** Reasons that lie in how the browser of a look is set up. */
const reasonsOfSetup: ReadonlySet<string> = new Set([
  "UserPreferences",
  "ThirdPartyPhaseout",
  "ThirdPartyBlockedInFirstPartySet",
]);

export const isBlockedBySetup = ({ blocked = [] }: Pick<Observation, "blocked">): boolean =>
  blocked.some((reason) => reasonsOfSetup.has(reason));

/** Whether every browser would refuse it, rather than the one that looked alone. */
export const isRefused = (seen: Observation): boolean =>
  seen.blocked !== undefined && !isBlockedBySetup(seen);

/** What a visit showed, from a file or from a live look. */
export interface Evidence {
  readonly observations: readonly Observation[];
  /** What the visit asked for; absent where the evidence cannot tell. */
  readonly requests?: readonly SeenRequest[];
  /** What is wrong with the evidence itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why something may have gone unseen, a plain clause each; empty where nothing is known to be missing. */
  readonly incomplete: readonly string[];
  /** What was looked at and what not, where the pages were found by a crawl. */
  readonly crawled?: Crawled;
}
