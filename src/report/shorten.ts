import type { Diagnostic } from "../diagnostic.ts";

/** A diagnostic that is shown, and how many more of its kind are not. */
export interface Shown {
  readonly diagnostic: Diagnostic;
  readonly more: number;
}

const most = 20;

/** What is ready to paste is no repetition. */
const mostToPaste = 100;

const kindOf = ({ rule, location }: Diagnostic): string => `${rule} ${location.file}`;

/** The first of those that one rule finds in one file; the last of these tells how many are left out. */
export function shorten(diagnostics: readonly Diagnostic[]): Shown[] {
  const totals = new Map<string, number>();
  for (const one of diagnostics) {
    const kind = kindOf(one);
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return diagnostics.flatMap((diagnostic) => {
    const kind = kindOf(diagnostic);
    const number = (seen.get(kind) ?? 0) + 1;
    const limit = diagnostic.addition ? mostToPaste : most;
    seen.set(kind, number);
    if (number > limit) return [];
    return [{ diagnostic, more: number === limit ? totals.get(kind)! - limit : 0 }];
  });
}
