import { loadRegistry } from "../registry/load.ts";
import { openProject } from "../registry/project.ts";
import type { Registry } from "../registry/registry.ts";
import { renderText } from "../report/text.ts";

/** A registry in which nothing is wrong; else throws what is, each fault with its place and excerpt. */
export function loadFaultless(folder: string, base: string): Registry {
  const { registry, diagnostics } = loadRegistry(openProject(folder, base));
  if (diagnostics.length === 0) return registry;
  const error = new Error(`the registry has faults\n\n${renderText(diagnostics)}`);
  // Where the program found them is of no use; by this, Eleventy does not print it.
  throw Object.assign(error, { skipOriginalStack: true });
}
