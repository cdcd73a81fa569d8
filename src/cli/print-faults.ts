import type { Diagnostic } from "../diagnostic.ts";
import { renderJson } from "../report/json.ts";
import type { BuildTask } from "./build-task.ts";
import { type Context, printReport } from "./context.ts";

/** Reports why nothing was built. */
export function printFaults(
  diagnostics: readonly Diagnostic[],
  { options, context }: BuildTask,
): void {
  if (options.json) context.out(renderJson(diagnostics));
  else printReport(diagnostics, context.out);
  context.err("nothing was built\n");
}

export const printNoSite = ({ err }: Context): void =>
  err("no site to build: every file in data/sites is abstract, or there is none\n");
