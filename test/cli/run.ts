import { runProgram } from "../../src/cli/program.ts";
import { host } from "../site/output/site.ts";
import { createTestContext } from "./context.ts";

export interface Run {
  /** `null` where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in `folder`, within this process: a process of its own takes ten times as long to start. */
export async function run(folder: string, words: readonly string[]): Promise<Run> {
  const today = () => new Date().toISOString().slice(0, 10);
  const { context, out, err } = createTestContext({ folder, host, today });
  const status = await runProgram(words, context);
  return { status, stdout: out.join(""), stderr: err.join("") };
}
