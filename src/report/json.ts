import type { Diagnostic } from "../diagnostic.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const version = 1;

/**
 * All diagnostics for a program: `{ version, diagnostics }`, and what else a command has to tell under further keys;
 * positions count from 1, `end` is exclusive.
 */
export function renderJson(
  diagnostics: readonly Diagnostic[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  const entries = diagnostics.map(({ location, ...rest }) => ({ ...location, ...rest }));
  return `${JSON.stringify({ version, diagnostics: entries, ...more }, null, 2)}\n`;
}
