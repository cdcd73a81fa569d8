import { relative } from "node:path";
import { dependsOnUs } from "./manifest.ts";
import type { FolderState } from "./plan-surroundings.ts";

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** What to do next, as commands for the folder in which `init` was called. */
export function nextSteps(
  folder: string,
  from: string,
  { textOf, isInPackage, version }: FolderState,
  isManifestNew: boolean,
): readonly string[] {
  const way = relative(from, folder);
  const hasPackage = isInPackage || dependsOnUs(textOf("package.json"));
  const install = isManifestNew
    ? ["npm install"]
    : hasPackage
      ? []
      : [`npm install --save-dev cookie-ledger@${version}`];
  return [
    ...(way === "" ? [] : [`cd ${quoted(way)}`]),
    ...install,
    "npx cookie-ledger lint",
    "npx cookie-ledger dev",
    "npx cookie-ledger build",
  ];
}
