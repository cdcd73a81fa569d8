import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { attempt, CannotBuild } from "../site/output/cannot-build.ts";
import { makeFolders } from "../site/output/folder.ts";
import { type Context, type ExitStatus, exitStatus } from "./context.ts";
import { scaffold } from "./scaffold.ts";

/** Writes the first files of a project; refuses where one of them stands already, and then writes none. */
export function runInit({ project }: { project: string }, context: Context): ExitStatus {
  const folder = resolve(context.folder, project);
  const files = [...scaffold(context.today())].map(([path, text]) => ({
    path: join(folder, path),
    text,
  }));
  const taken = files.find(({ path }) => existsSync(path));
  if (taken) throw new CannotBuild(`"${taken.path}" is there already, nothing was written`);
  for (const { path, text } of files)
    attempt(`write "${path}"`, () => {
      makeFolders(dirname(path));
      writeFileSync(path, text, { flag: "wx" });
    });
  context.out(files.map(({ path }) => `${path}\n`).join(""));
  context.err(`edit these files, then run: cookie-ledger build\n`);
  return exitStatus.ok;
}
