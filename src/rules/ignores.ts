import { createDiagnostic, type Diagnostic, type Place, type Severity } from "../diagnostic.ts";
import { didYouMean } from "../source/suggestions.ts";
import { placeOf } from "../source/text-file.ts";
import type { Source } from "../source/yaml-file.ts";

/** A comment `# ignore duration-vague: agreed with the DPO 2026-03` above a line, or the same in a cell of a row. */
export interface Ignore {
  readonly file: string;
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** The lines that it speaks of, counted from 1: the next one that is no comment, or those of the row. */
  readonly lines: readonly number[];
  readonly place: Place;
}

const comment = /^[ \t]*#/;
const ignorePattern =
  /^(?<indent>[ \t]*#[ \t]*)ignore[ \t]+(?<rule>[^\s:]+)[ \t]*:?[ \t]*(?<reason>.*?)[ \t]*$/;
const cellPattern = /^(?<rule>[^\s:]+)\s*:?\s*(?<reason>.*)$/s;

const ignoresOfRow = ({ file, ignores = () => [] }: Source): Ignore[] =>
  ignores().map(({ text, lines, place }) => {
    const { rule = "", reason = "" } = cellPattern.exec(text)?.groups ?? {};
    return { file, rule, reason, lines, place };
  });

/** Every ignore of a YAML file or of a row, in order. */
export function findIgnores(source: Source): Ignore[] {
  if (!source.document) return ignoresOfRow(source);
  if (!source.text.includes("ignore")) return [];
  const ignores: Ignore[] = [];
  const lines = source.text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  let [start, next] = [source.text.length, lines.length + 1];
  for (const [index, line] of [...lines.entries()].toReversed()) {
    start -= line.length;
    const { indent, rule, reason } = ignorePattern.exec(line.trimEnd())?.groups ?? {};
    if (rule !== undefined && reason !== undefined) {
      const place = placeOf(source, start + (indent ?? "").length, start + line.trimEnd().length);
      ignores.push({ file: source.file, rule, reason, lines: [next], place });
    }
    if (line.trim() !== "" && !comment.test(line)) next = index + 1;
  }
  return ignores.toReversed();
}

/** What can be wrong with an ignore itself, by rule id. */
export const ignoreRules = {
  "ignore-without-reason": "An ignore does not say why.",
  "unknown-rule":
    "An ignore or a severity names a rule that does not exist, or one of the loader, which cannot be ignored.",
  "unused-ignore": "An ignore hides nothing.",
} as const;

/** How ignores are judged themselves. */
export interface IgnoreJudgement {
  /** The ids of all rules that can be ignored. */
  readonly known: ReadonlySet<string>;
  /** Whether the rule was run where the ignore stands, so that it is unused if it hides nothing. */
  readonly wasRun: (ignore: Ignore) => boolean;
  /** How an unused one is reported. */
  readonly unused: { readonly severity: Severity; readonly hint: string };
}

const keyOf = (file: string, line: number, rule: string): string => `${file}\n${line}\n${rule}`;

const keyOfDiagnostic = ({ rule, location: { file, line } }: Diagnostic): string =>
  keyOf(file, line, rule);

const keysOfIgnore = ({ rule, file, lines }: Ignore): string[] =>
  lines.map((line) => keyOf(file, line, rule));

/** Drops what a comment or a row ignores, and reports those that ignore nothing, say no reason or name no rule. */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  ignores: readonly Ignore[],
  { known, wasRun, unused }: IgnoreJudgement,
): Diagnostic[] {
  const found = new Set(diagnostics.map(keyOfDiagnostic));
  const faults = ignores.flatMap((ignore): Diagnostic[] => {
    const { rule, reason } = ignore;
    if (!known.has(rule)) {
      const message = `unknown rule "${rule}", expected one that can be ignored`;
      const hint = didYouMean(rule, [...known]);
      return [createDiagnostic(ignore.place, { rule: "unknown-rule", message, hint })];
    }
    if (reason === "") {
      const message = `ignore of "${rule}" without a reason, expected ": " and why`;
      return [createDiagnostic(ignore.place, { rule: "ignore-without-reason", message })];
    }
    if (!wasRun(ignore) || keysOfIgnore(ignore).some((key) => found.has(key))) return [];
    const message = `ignore of "${rule}" hides nothing, expected it to be gone`;
    const { hint, severity } = unused;
    return [createDiagnostic(ignore.place, { rule: "unused-ignore", message, hint }, severity)];
  });
  const hidden = new Set(ignores.filter(({ reason }) => reason !== "").flatMap(keysOfIgnore));
  return [...diagnostics.filter((one) => !hidden.has(keyOfDiagnostic(one))), ...faults];
}
