import type { Context } from "../../src/cli/context.ts";

/** A context that keeps what it is told; `changes` stand in for the rest. */
export function createTestContext(changes: Partial<Context> = {}): {
  context: Context;
  out: string[];
  err: string[];
} {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out,
    err,
    context: {
      folder: "/",
      host: { pid: 1, isAlive: () => false },
      today: () => "2026-11-01",
      version: "0.0.0",
      runtime: "v0",
      isRoot: false,
      colour: false,
      isTerminal: false,
      peakMemoryBytes: () => 123_456_789,
      signal: new AbortController().signal,
      input: () => Promise.resolve(undefined),
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      ...changes,
    },
  };
}
