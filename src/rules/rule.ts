import type { Addition, Edit, RuleHelp, Severity, Place } from "../diagnostic.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";

/** Where a rule comes from. */
export interface RuleSource {
  readonly document: string;
  /** Only where the text itself was read; a number that was not is left out. */
  readonly article?: string;
  /** The day of the document, as `2026-11-01`, or as much of it as is known. */
  readonly date: string;
  /** A: the text was read; A2: a report of it was; B: well known, number not read again; C: soft. */
  readonly certainty: "A" | "A2" | "B" | "C";
  readonly url?: string;
}

/** What every rule says of itself, whatever it judges. */
export interface RuleFacts {
  /** Names the mistake, and reads well after "error:". */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** Why it matters to a visitor or a regulator. */
  readonly why: string;
  /** Absent where it is this project's own, or another source for each place. */
  readonly source?: RuleSource | undefined;
}

/** What a rule has found, at a path of what it was given. */
export interface Finding {
  /** Where it weighs less than the rule says. */
  readonly severity?: Severity;
  readonly path: Path;
  readonly part?: KeyOrValue;
  /** Where it stands instead of at the path, for a text that has none. */
  readonly place?: Place;
  /** What is, then what was expected; lower case, no full stop, values in double quotes. */
  readonly message: string;
  readonly hint?: string;
  /** Instead of that of the rule. */
  readonly source?: string;
  /** Where it concerns fewer sites than what is judged. */
  readonly sites?: readonly string[];
  readonly addition?: Addition;
  readonly fix?: Edit;
}

/** A rule of each kind of subject: `Subjects` names the kinds and what is judged of each. */
export type RulesFor<Subjects, Context> = {
  [Need in keyof Subjects]: RuleFacts & {
    readonly needs: Need;
    check(this: void, subject: Subjects[Need], context: Context): readonly Finding[];
  };
};

/** Files by their path in a project; they overlay those of a project in which nothing is wrong. */
export type Example = Readonly<Record<string, string>>;

/** A source as reports print it: title, article, date, address. */
export const citeSource = ({
  document,
  article,
  date,
  url,
}: Omit<RuleSource, "certainty" | "article" | "url"> & {
  readonly article?: string | undefined;
  readonly url?: string | undefined;
}): string =>
  `${document}${article === undefined ? "" : `, ${article}`} (${date})${url === undefined ? "" : ` ${url}`}`;

/** A rule as reports explain it. */
export const helpOf = ({ id, severity, summary, why, source }: RuleFacts): RuleHelp => ({
  id,
  severity,
  summary,
  why,
  source: source ? citeSource(source) : "",
});
