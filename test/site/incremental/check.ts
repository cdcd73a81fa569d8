import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { type Diagnostic, sortDiagnostics } from "../../../src/diagnostic.ts";
import { keyOf } from "../../../src/site/output/hash.ts";
import { manifestName } from "../../../src/site/output/folder.ts";
import { readManifest } from "../../../src/site/output/manifest.ts";
import { RegistryFaults } from "../../../src/site/build/errors.ts";
import type { Selection } from "../../../src/site/build/selection.ts";
import { TemplateError } from "../../../src/site/render/template-error.ts";
import type { Files } from "../../project.ts";
import { make } from "../build-in-process.ts";
import { readTree, type Tree } from "../output/site.ts";

type Outcome = Awaited<ReturnType<typeof make>> | string | readonly Diagnostic[];

/** What a build makes, or the error that a user is told. */
export async function tryMake(
  project: string,
  output: string,
  selection?: Selection,
): Promise<Outcome> {
  try {
    return await make(project, output, selection);
  } catch (error) {
    if (error instanceof RegistryFaults) return sortDiagnostics(error.diagnostics);
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
}

/** Makes the project one of these files; those that stay the same are not touched. */
export function update(project: string, before: Files, after: Files): void {
  for (const path of Object.keys(before)) if (!(path in after)) rmSync(join(project, path));
  for (const [path, text] of Object.entries(after)) {
    if (before[path] === text) continue;
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

function pagesIn(output: string): Tree {
  if (!existsSync(output)) return {};
  const { [manifestName]: _, ...pages } = readTree(output);
  return pages;
}

/** The files that a build can take over, by their paths: those that stand as its manifest says. */
function recordedIn(output: string): Set<string> | undefined {
  const manifest = readManifest(output);
  const paths = [...(manifest?.sites ?? [])].flatMap((site) =>
    manifest!.find(site)!.files.map(({ name }) => `${site}/${name}`),
  );
  return manifest && new Set(paths);
}

const recordedPath = (path: string): string => {
  const [siteId = "", ...rest] = path.split("/");
  return [keyOf(siteId), ...rest].join("/");
};

const identityOf = (path: string) => {
  const { ino, mtimeMs } = lstatSync(path);
  return { ino, mtimeMs };
};

/** Builds over the last output and afresh, and checks that the same comes of it, and at which cost. */
export async function checkBuild(project: string, output: string, other: string): Promise<boolean> {
  const before = pagesIn(output);
  const recorded = recordedIn(output);
  const identities = new Map(
    Object.keys(before).map((path) => [path, identityOf(join(output, path))]),
  );
  const folder = existsSync(output) ? lstatSync(output).ino : undefined;

  const built = await tryMake(project, output);
  const pages = pagesIn(output);
  rmSync(other, { recursive: true, force: true });
  const fresh = await tryMake(project, other);
  if (typeof fresh === "string" || !("written" in fresh)) {
    expect(built).toEqual(fresh);
    expect(pages).toEqual(before);
    return false;
  }
  expect(pages).toEqual(pagesIn(other));

  const paths = Object.keys(pages);
  const same = paths.filter(
    (path) => recorded?.has(recordedPath(path)) && before[path] === pages[path],
  );
  const gone = [...(recorded ?? [])].filter((path) => !new Set(paths.map(recordedPath)).has(path));
  const isSame = recorded !== undefined && same.length === paths.length && gone.length === 0;
  expect(built).toMatchObject({
    written: paths.length - same.length,
    unchanged: same.length,
    removed: gone.length,
  });
  for (const path of same) expect(identityOf(join(output, path))).toEqual(identities.get(path));
  if (isSame && (built as { isSame: boolean }).isSame) expect(lstatSync(output).ino).toBe(folder);
  return true;
}
