import type { Diagnostic } from "../diagnostic.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const version = 1;

/** Diagnostics for a program: `{ version, diagnostics }`; positions count from 1, `end` is exclusive. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const entries = diagnostics.map(({ location, ...rest }) => ({ ...location, ...rest }));
  return `${JSON.stringify({ version, diagnostics: entries }, null, 2)}\n`;
}
