import type { Diagnostic } from "../diagnostic.ts";
import { renderJson } from "../report/json.ts";
import type { BuildTask } from "./build-task.ts";
import { printReport } from "./context.ts";

/** Reports why nothing was built. */
export function printFaults(
  diagnostics: readonly Diagnostic[],
  { options, context }: BuildTask,
): void {
  if (options.json) context.out(renderJson(diagnostics));
  else printReport(diagnostics, context.out);
  context.err("nothing was built\n");
}
