import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageFolder } from "../registry/project.ts";
import { type Context, UsageError } from "./context.ts";

/** The project's folder, absolute; a folder without sites is most often a slip. */
export function findProject(project: string, { folder }: Context): string {
  const path = resolve(folder, project);
  if (existsSync(join(path, "data", "sites"))) return path;
  throw new UsageError(
    `no project in "${path}": it has no data/sites\n(run "cookie-ledger init" to make one, or name another with --project)`,
  );
}

/** Folders that no output may replace. */
export const protectedFolders = (project: string): string[] => [
  ...["data", "content", "templates"].map((name) => join(project, name)),
  packageFolder,
];
