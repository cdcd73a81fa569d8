import { join } from "node:path";
import type { Context } from "../../src/cli/context.ts";
import { root } from "../project.ts";

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
      documents: join(root, "docs"),
      runtime: "v0",
      isRoot: false,
      colour: false,
      isTerminal: false,
      peakMemoryBytes: () => 123_456_789,
      signal: new AbortController().signal,
      input: () => Promise.resolve(undefined),
      terminal: undefined,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      ...changes,
    },
  };
}
