import type { Diagnostic } from "../diagnostic.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const version = 1;

/** What a command lists, under the key that names it. */
export const listJson = (listed: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({ version, ...listed }, null, 2)}\n`;

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
