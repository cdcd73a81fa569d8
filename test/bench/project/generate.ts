import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeProviders } from "./providers.ts";
import { makeSites } from "./sites.ts";

/** Where the file of a site stands. */
export const sitePath = (id: string): string => `data/sites/${id}.yaml`;

/** Every file of a project with so many sites in four languages, by its path: the same at every call. */
export function* projectFiles(sites: number): Iterable<readonly [path: string, text: string]> {
  const providers = makeProviders();
  for (const { id, yaml } of providers) yield [`data/providers/${id}.yaml`, yaml];
  for (const [id, yaml] of makeSites(sites, providers)) yield [sitePath(id), yaml];
}

/** Writes that project into a folder. */
export function generateProject(folder: string, sites: number): void {
  let made = "";
  for (const [path, text] of projectFiles(sites)) {
    const file = join(folder, path);
    if (dirname(file) !== made) mkdirSync((made = dirname(file)), { recursive: true });
    writeFileSync(file, text);
  }
}
