import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import type { Registry } from "../../src/registry/registry.ts";
import { writeProject } from "../project.ts";

/** Every language that the package has words for. */
export const tags = readdirSync(join(packageFolder, "content")).toSorted();

/** One language of each script, which is one of each direction of writing, too. */
export const oneOfEachScript: readonly string[] = [
  ...new Map(
    tags.map((tag) => [new Intl.Locale(tag).maximize().script, tag] as const).toReversed(),
  ).values(),
];

/** The sample shop in every language, with all providers that it uses, and perhaps other columns. */
export function loadShop(columns?: readonly string[]): Registry {
  const site = readFileSync(join(packageFolder, "data/sites/example-shop.yaml"), "utf8");
  const everywhere = site
    .replace(/^languages: .*$/m, `languages: [${tags.join(", ")}]`)
    .replace(/^policyUrl:\n( .*\n)+/m, "")
    .replace(/^columns: .*$/m, (line) => (columns ? `columns: [${columns.join(", ")}]` : line));
  const folder = writeProject({ "data/sites/example-shop.yaml": everywhere });
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return registry;
}

/** Every text of a nested mapping with its path, such as `functions.checkout`. */
export const flatten = (value: unknown, path = ""): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, inner]) =>
        flatten(inner, path === "" ? key : `${path}.${key}`),
      );
