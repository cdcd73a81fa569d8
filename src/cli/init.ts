import { resolve } from "node:path";
import { type Context, type ExitStatus, exitStatus } from "./context.ts";
import { scaffold } from "./scaffold.ts";
import { writeNewFiles } from "./write-new.ts";

/** Writes the first files of a project; refuses where one of them stands already, and then writes none. */
export function runInit({ project }: { project: string }, context: Context): ExitStatus {
  const written = writeNewFiles(resolve(context.folder, project), scaffold(context.today()));
  context.out(written.map((path) => `${path}\n`).join(""));
  context.err(`edit these files, then run: cookie-ledger build\n`);
  return exitStatus.ok;
}
