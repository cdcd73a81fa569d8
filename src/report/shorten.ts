import type { Diagnostic, Severity } from "../diagnostic.ts";

/** A diagnostic that is shown, and how many more of its kind are not. */
export interface Shown {
  readonly diagnostic: Diagnostic;
  /** The messages of others that differ from it in nothing else. */
  readonly also: readonly string[];
  readonly more: number;
}

const most = 20;

/** What is ready to paste is no repetition. */
const mostToPaste = 100;

const kindOf = ({ rule, location }: Diagnostic): string => `${rule} ${location.file}`;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** All but the message, where another message can stand below it. */
const bodyOf = ({ message, addition, ...rest }: Diagnostic): string =>
  JSON.stringify(addition ? [rest, addition, message] : rest);

function join(shown: readonly Omit<Shown, "also">[]): Shown[] {
  const joined = new Map<string, Shown>();
  for (const { diagnostic, more } of shown) {
    const body = bodyOf(diagnostic);
    const first = joined.get(body);
    const also = first ? [...first.also, diagnostic.message] : [];
    joined.set(body, { diagnostic: first?.diagnostic ?? diagnostic, also, more });
  }
  return [...joined.values()];
}

/**
 * Errors first, then warnings, then notes; of those that one rule finds in one file only the first, the last of which
 * tells how many are left out. What one rule says of one token is one.
 */
export function shorten(diagnostics: readonly Diagnostic[]): Shown[] {
  const totals = new Map<string, number>();
  for (const one of diagnostics) {
    const kind = kindOf(one);
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  const sorted = diagnostics.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
  const shown = sorted.flatMap((diagnostic) => {
    const kind = kindOf(diagnostic);
    const number = (seen.get(kind) ?? 0) + 1;
    const limit = diagnostic.addition ? mostToPaste : most;
    seen.set(kind, number);
    if (number > limit) return [];
    return [{ diagnostic, more: number === limit ? totals.get(kind)! - limit : 0 }];
  });
  return join(shown);
}
