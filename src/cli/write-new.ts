import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { attempt, CannotBuild } from "../site/output/cannot-build.ts";
import { makeFolders } from "../site/output/folder.ts";

/** Writes new files, by path in a folder; refuses where one of them stands already, and then writes none. */
export function writeNewFiles(folder: string, texts: ReadonlyMap<string, string>): string[] {
  const files = [...texts].map(([path, text]) => ({ path: join(folder, path), text }));
  const taken = files.find(({ path }) => existsSync(path));
  if (taken) throw new CannotBuild(`"${taken.path}" is there already, nothing was written`);
  for (const { path, text } of files)
    attempt(`write "${path}"`, () => {
      makeFolders(dirname(path));
      writeFileSync(path, text, { flag: "wx" });
    });
  return files.map(({ path }) => path);
}
