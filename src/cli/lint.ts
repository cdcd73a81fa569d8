import { type Context, type ExitStatus, exitStatus, printReport } from "./context.ts";
import { findProject, readProject } from "./project.ts";

/** Reports every problem of a project's files. */
export function runLint({ project }: { project: string }, context: Context): ExitStatus {
  const { diagnostics } = readProject(findProject(project, context), context);
  printReport(diagnostics, context.out);
  return diagnostics.length > 0 ? exitStatus.problems : exitStatus.ok;
}
