import type { Registry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { defaultOutputs, printedOutputs } from "../../vocabulary/vocabulary.ts";
import { createSiteFiles, templatesOf } from "../render/site-files.ts";
import { type AddPages, type EleventyConfig, format, openPages } from "./eleventy-pages.ts";
import type { Decision } from "./site-writer.ts";

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

/** Eleventy wants an input folder that exists; nothing in it is read. */
const input = import.meta.dirname;

/** Where Eleventy believes to write; it never does. */
const hostOutput = "output";

/** The configuration of a run that has no host. */
interface OwnConfig extends EleventyConfig {
  readonly ignores: Set<string>;
  setUseGitIgnore(enabled: boolean): void;
  setTemplateFormats(formats: readonly string[]): void;
  setUseTemplateCache(enabled: boolean): void;
}

/** Renders a plan in a run of Eleventy that has no configuration of its own. */
async function renderPages(plan: Plan): Promise<ReadonlyMap<string, Uint8Array>> {
  const { Eleventy } = await import("@11ty/eleventy");
  const failures: unknown[] = [];
  const guard = (render: () => string) => (): string => {
    try {
      return render();
    } catch (error) {
      // Eleventy would print it with a stack of its own.
      failures.push(error);
      return "";
    }
  };
  const guarded = new Map([...plan].map(([path, render]) => [path, guard(render)]));
  const eleventy = new Eleventy<OwnConfig>(input, hostOutput, {
    source: "cli",
    quietMode: true,
    configPath: null,
    config(config) {
      config.setUseTemplateCache(false);
      config.setUseGitIgnore(false);
      config.ignores.clear();
      config.setTemplateFormats([format]);
      addFiles(openPages(config), () => guarded);
    },
  });
  const pages = await eleventy.toJSON();
  if (failures.length > 0) throw failures[0];
  const prefix = `./${hostOutput}/`;
  return new Map(
    pages.map(({ outputPath, content }) => [outputPath.slice(prefix.length), Buffer.from(content)]),
  );
}

/** The same decisions, with every file that was to be rendered made a page of Eleventy. */
export async function renderByEleventy(decisions: readonly Decision[]): Promise<Decision[]> {
  const plan = new Map<string, () => string>();
  const add = (path: string, render: () => Uint8Array) => plan.set(path, () => textOf(render()));
  for (const decision of decisions)
    if (decision.kind === "add") add(decision.path, decision.render);
    else if (decision.kind === "write")
      for (const { name, render, isPaper } of decision.files)
        if (render && !isPaper) add(`${decision.siteId}/${name}`, render);
  const pages = plan.size > 0 ? await renderPages(plan) : new Map<string, Uint8Array>();
  const pageAt = (path: string) => () => pages.get(path)!;
  return decisions.map((decision) => {
    if (decision.kind === "add") return { ...decision, render: pageAt(decision.path) };
    if (decision.kind !== "write") return decision;
    const files = decision.files.map((file) =>
      file.render && !file.isPaper
        ? { ...file, render: pageAt(`${decision.siteId}/${file.name}`) }
        : file,
    );
    return { ...decision, files };
  });
}
