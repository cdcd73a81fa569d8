import type { Registry } from "../registry/registry.ts";
import { createWorkshop, type Mode } from "./workshop.ts";

/** Every file of the output, by its path below it, with the function that renders it. */
export type Plan = ReadonlyMap<string, () => string>;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** What a build writes for these sites; nothing is rendered yet. */
export function planOutput(
  registry: Registry,
  siteIds: Iterable<string>,
  mode: Mode = "published",
): Plan {
  const { planSite, renderSites } = createWorkshop(registry, mode);
  const plan = new Map<string, () => string>();
  for (const id of siteIds) {
    const entry = registry.sites.get(id);
    const files = entry ? planSite(id, entry.value) : [];
    for (const { name, render } of files) plan.set(`${id}/${name}`, () => textOf(render()));
  }
  // A platform does not publish its customers, so only a preview lists them.
  const list = [...registry.sites.values()].map(({ id, value: { name } }) => ({ id, name }));
  if (mode === "preview") plan.set("index.html", () => textOf(renderSites(list)));
  return plan;
}
