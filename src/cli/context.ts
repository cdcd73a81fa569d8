import type { Readable, Writable } from "node:stream";
import type { Diagnostic } from "../diagnostic.ts";
import { renderText, summarize } from "../report/text.ts";
import type { Host } from "../files/lock.ts";

/** What a person types, and where they are shown what is asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** What a command may use of the process that it runs in. */
export interface Context {
  /** The working folder, absolute. */
  readonly folder: string;
  readonly host: Host;
  /** The day of the clock, as `2026-11-01`, in UTC. */
  readonly today: () => string;
  /** Of this package. */
  readonly version: string;
  /** The folder of the documents of this package, absolute. */
  readonly documents: string;
  /** The version of what runs it. */
  readonly runtime: string;
  /** Whether the process may do everything on this machine. */
  readonly isRoot: boolean;
  /** Whether results go to a terminal that shows colours. */
  readonly colour: boolean;
  /** Whether everything else than results goes to a terminal. */
  readonly isTerminal: boolean;
  /** The most memory that the process has held until now. */
  readonly peakMemoryBytes: () => number;
  /** Aborted when the user wants the command to end. Until a command asks for it, that ends the process at once. */
  readonly signal: AbortSignal;
  /** The first bytes of what is handed to the command, a little more than so many if there are; `undefined` where a person types. */
  readonly input: (maximumBytes: number) => Promise<Uint8Array | undefined>;
  /** Where a person can be asked; `undefined` where none is there. */
  readonly terminal: Terminal | undefined;
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
}

export const exitStatus = { ok: 0, problems: 1, usage: 2, impossible: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The command line is wrong; the message says how, and the hint what was perhaps meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Errors fail a command, warnings only where it is strict, notes never. */
export const fails = (diagnostics: readonly Diagnostic[], strict: boolean): boolean =>
  diagnostics.some(({ severity }) => severity === "error" || (strict && severity === "warning"));

/** Prints a report with its count as the last line. */
export function printReport(
  diagnostics: readonly Diagnostic[],
  print: (text: string) => void,
): void {
  if (diagnostics.length > 0) print(`${renderText(diagnostics)}\n${summarize(diagnostics)}\n`);
}
