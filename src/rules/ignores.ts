import { createDiagnostic, type Diagnostic, type Place, type Severity } from "../diagnostic.ts";
import { didYouMean } from "../source/suggestions.ts";
import { placeOf } from "../source/text-file.ts";
import type { Source } from "../source/yaml-file.ts";

/** A comment `# ignore duration-vague: agreed with the DPO 2026-03` above a line. */
export interface Ignore {
  readonly file: string;
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** The line that it speaks of, counted from 1: the next one that is no comment. */
  readonly line: number;
  readonly place: Place;
}

const comment = /^[ \t]*#/;
const ignorePattern =
  /^(?<indent>[ \t]*#[ \t]*)ignore[ \t]+(?<rule>[^\s:]+)[ \t]*:?[ \t]*(?<reason>.*?)[ \t]*$/;

/** Every ignore of a YAML file, in order; a row of a table has no comments. */
export function findIgnores(source: Source): Ignore[] {
  if (!source.document || !source.text.includes("ignore")) return [];
  const ignores: Ignore[] = [];
  const lines = source.text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  let [start, next] = [source.text.length, lines.length + 1];
  for (const [index, line] of [...lines.entries()].toReversed()) {
    start -= line.length;
    const { indent, rule, reason } = ignorePattern.exec(line.trimEnd())?.groups ?? {};
    if (rule !== undefined && reason !== undefined) {
      const place = placeOf(source, start + (indent ?? "").length, start + line.trimEnd().length);
      ignores.push({ file: source.file, rule, reason, line: next, place });
    }
    if (line.trim() !== "" && !comment.test(line)) next = index + 1;
  }
  return ignores.toReversed();
}

/** What can be wrong with an ignore itself, by rule id. */
export const ignoreRules = {
  "ignore-without-reason": "An ignore does not say why.",
  "unknown-rule":
    "An ignore names a rule that does not exist, or one of the loader, which cannot be ignored.",
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

const keyOfIgnore = ({ rule, file, line }: Ignore): string => keyOf(file, line, rule);

/** Drops what a comment in the file ignores, and reports comments that ignore nothing, say no reason or name no rule. */
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
    if (!wasRun(ignore) || found.has(keyOfIgnore(ignore))) return [];
    const message = `ignore of "${rule}" hides nothing, expected it to be gone`;
    const { hint, severity } = unused;
    return [createDiagnostic(ignore.place, { rule: "unused-ignore", message, hint }, severity)];
  });
  const hidden = new Set(ignores.filter(({ reason }) => reason !== "").map(keyOfIgnore));
  return [...diagnostics.filter((one) => !hidden.has(keyOfDiagnostic(one))), ...faults];
}
