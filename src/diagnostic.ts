/** `error` and (under `--strict`) `warning` fail a run; `note` never does. */
export type Severity = "error" | "warning" | "note";

/** Lines and columns count from 1, in UTF-16 units, as editors show them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A span of a file; `end` is exclusive. `file` is the path that a report prints. */
export interface Location extends Position {
  readonly file: string;
  readonly end: Position;
}

/** A span of a file and the first line that it touches. */
export interface Place {
  readonly location: Location;
  /** The source line at `location.line`, without its line break. */
  readonly excerpt: string;
}

/** Something wrong in the user's files: collected and reported, never thrown. */
export interface Diagnostic extends Place {
  readonly severity: Severity;
  readonly rule: string;
  /** What is, then what was expected; lower case, no full stop, values in double quotes. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The sites that it concerns, where it stands in a file that several may use. */
  readonly sites?: readonly string[];
  /** The document that asks for it: its title, article and date. */
  readonly source?: string;
  /** What is missing, ready to paste. */
  readonly addition?: Addition;
  /** The one right answer, where there is one. */
  readonly fix?: Edit;
}

/** Whole lines to add at the end of a file, which may not exist yet. */
export interface Addition {
  readonly file: string;
  readonly text: string;
}

/** Replaces the characters of a file from `start` to before `end`, counted from 0 in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Said = Omit<Diagnostic, keyof Place | "severity" | "rule" | "message">;

/** What a diagnostic says, without its place; what is `undefined` is not said. */
export type ProblemOf<Rule extends string> = Pick<Diagnostic, "message"> & {
  readonly rule: Rule;
} & { readonly [Key in keyof Said]: Said[Key] | undefined };

/** A diagnostic at a place, its keys in the order in which reports give them. */
export function createDiagnostic(
  { location, excerpt }: Place,
  { rule, message, source, hint, sites, addition, fix }: ProblemOf<string>,
  severity: Severity = "error",
): Diagnostic {
  return {
    severity,
    rule,
    message,
    location,
    excerpt,
    ...(source === undefined ? {} : { source }),
    ...(hint === undefined ? {} : { hint }),
    ...(sites && sites.length > 0 ? { sites } : {}),
    ...(addition ? { addition } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** A place as a message cites it: `file:line:column`. */
export const citePlace = ({ location: { file, line, column } }: Pick<Place, "location">): string =>
  `${file}:${line}:${column}`;

/** What a report may tell of a rule beyond its id. */
export interface RuleHelp {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly source: string;
}

const comparePlaces = (a: Diagnostic, b: Diagnostic): number =>
  (a.location.file < b.location.file ? -1 : a.location.file > b.location.file ? 1 : 0) ||
  a.location.line - b.location.line ||
  a.location.column - b.location.column ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

const identify = (d: Diagnostic): string =>
  [d.location.file, d.location.line, d.location.column, d.rule, d.message, d.source].join("\n");

/** Sorted by file, line and column; what several sites report at the same place by the same source stands once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(diagnostics.map((d) => [identify(d), d]));
  return [...unique.values()].toSorted(comparePlaces);
}
