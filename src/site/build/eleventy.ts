import type { Registry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { defaultOutputs, printedOutputs } from "../../vocabulary/vocabulary.ts";
import { createSiteFiles, templatesOf } from "../render/site-files.ts";
import type { AddPages } from "./eleventy-pages.ts";

/** Every page by its path below the output, with the function that renders it: Eleventy knows pages as texts alone. */
export type Plan = ReadonlyMap<string, () => string>;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** A site without what Eleventy cannot make. */
const withoutPapers = (site: Site): Site => {
  const outputs = [...(site.outputs ?? defaultOutputs)];
  return { ...site, outputs: outputs.filter((output) => !printedOutputs.has(output)) };
};

/** What a build writes for these sites, without papers; nothing is rendered yet. */
export function planOutput(registry: Registry, siteIds: Iterable<string>): Plan {
  const { filesOf } = createSiteFiles(registry, templatesOf(registry.project), "published");
  const plan = new Map<string, () => string>();
  for (const id of siteIds) {
    const entry = registry.sites.get(id);
    const files = entry ? filesOf({ ...entry, value: withoutPapers(entry.value) }) : [];
    for (const { name, render } of files)
      if (render) plan.set(`${id}/${name}`, () => textOf(render()));
  }
  return plan;
}

/**
 * Makes every file of a plan an Eleventy page, by its path below `folder`. Only paths enter Eleventy's data cascade,
 * never the registry.
 */
export function addFiles(add: AddPages, plan: () => Plan, folder = "/"): void {
  const frontMatter = {
    files: [],
    pagination: { data: "files", size: 1, alias: "file", before: () => [...plan().keys()] },
    permalink: ({ file }: { file: string }) => `${folder}${file}`,
    eleventyAllowMissingExtension: true,
    eleventyExcludeFromCollections: true,
    layout: false,
  };
  add("files", frontMatter, ({ file }) => plan().get(file as string)!());
}
