import type { Edit, Severity } from "../diagnostic.ts";
import type { Entry } from "../registry/entry.ts";
import type { ProjectFile, Registry, Words } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Place } from "../registry/text.ts";
import type { Part, Path } from "../registry/yaml/locate.ts";
import type { CookieSubject } from "./cookies.ts";

/** Where a rule comes from. */
export interface Source {
  readonly document: string;
  /** Only where the text itself was read; a number that was not is left out. */
  readonly article?: string;
  /** The day of the document, as `2026-11-01`, or as much of it as is known. */
  readonly date: string;
  /** A: the text was read; A2: a report of it was; B: well known, number not read again; C: soft. */
  readonly certainty: "A" | "A2" | "B" | "C";
}

/** What a rule has found, at a path of what it was given. */
export interface Finding {
  readonly path: Path;
  readonly part?: Part;
  /** Where it stands instead of at the path, for a text that has none. */
  readonly place?: Place;
  /** What is, then what was expected; lower case, no full stop, values in double quotes. */
  readonly message: string;
  readonly hint?: string;
  readonly fix?: Edit;
}

/** Files by their path in a project; they overlay those of `test/lint/base.ts`. */
export type Example = Readonly<Record<string, string>>;

interface Context {
  readonly registry: Registry;
  /** The jurisdictions of whatever is judged, with all that they imply. */
  readonly jurisdictions: ReadonlySet<string>;
  /** The day on which it is judged, as `2026-11-01`. */
  readonly today: string;
}

/** What a rule may be given, one at a time. */
export interface Subjects {
  /** A cookie as some sites use it. */
  readonly cookie: CookieSubject;
  readonly provider: Entry<Provider>;
  readonly site: Entry<Site>;
  readonly language: Words;
  /** A YAML file of the project itself. */
  readonly file: ProjectFile;
  /** Two and more things at once; paths begin with the kind and the id: `["sites", "delwp", "providers"]`. */
  readonly registry: Registry;
}

export type Need = keyof Subjects;

interface RuleOf<N extends Need> {
  /** Names the mistake, and reads well after "error:". */
  readonly id: string;
  readonly severity: Severity;
  readonly needs: N;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** Why it matters to a visitor or a regulator. */
  readonly why: string;
  readonly source: Source;
  /** Where it applies; everywhere if absent. */
  readonly jurisdictions?: readonly string[];
  /** True where the clock decides: not run by a build, so that no page stops building overnight. */
  readonly dependsOnToday?: true;
  readonly bad: Example;
  readonly good: Example;
  readonly check: (subject: Subjects[N], context: Context) => readonly Finding[];
}

export type Rule = { [N in Need]: RuleOf<N> }[Need];

/** A source as reports print it: title, article, date. */
export const citeSource = ({ document, article, date }: Source): string =>
  `${document}${article === undefined ? "" : `, ${article}`} (${date})`;
