import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { checkTexts } from "../../prose/check.ts";
import { loadRegistry } from "../../registry/load.ts";
import { openProject, projectFolders } from "../../registry/project.ts";
import type { Registry } from "../../registry/registry.ts";
import { createSiteFiles, type Mode } from "../render/site-files.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Every file of the output, by its path below it, with the function that renders it. */
export type Plan = ReadonlyMap<string, () => string>;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** What a build writes for these sites; nothing is rendered yet. */
export function planOutput(
  registry: Registry,
  siteIds: Iterable<string>,
  mode: Mode = "published",
): Plan {
  const { filesOf: planSite, renderSites } = createSiteFiles(registry, mode);
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

/**
 * Makes every file of the plan an Eleventy page. Only paths enter Eleventy's data cascade, never the registry; nothing
 * but the plan is rendered, whatever lies in the input folder.
 */
function addPlan(config: UserConfig, plan: () => Plan): void {
  config.setUseGitIgnore(false);
  config.ignores.clear();
  config.ignores.add("**/*");
  config.setTemplateFormats(["11ty.js"]);
  config.addTemplate("cookie-ledger.11ty.js", {
    data: () => ({
      files: [...plan().keys()],
      pagination: { data: "files", size: 1, alias: "file" },
      permalink: ({ file }: { file: string }) => `/${file}`,
      eleventyAllowMissingExtension: true,
      layout: false,
    }),
    render: ({ file }) => plan().get(file)!(),
  });
}

function planProject(folder: string): Plan {
  const { registry, texts, diagnostics } = loadRegistry(openProject(folder));
  const errors = diagnostics.length + checkTexts(texts).length;
  if (errors > 0)
    throw new Error(`errors in the registry: ${errors}; "npx cookie-ledger lint" shows them`);
  return planOutput(registry, registry.sites.keys());
}

/** The Eleventy plugin: the pages of the project in `folder`, read anew at every run. */
export function cookieLedger(config: UserConfig, { folder }: { folder: string }): void {
  let plan: Plan = new Map();
  config.on("eleventy.before", () => {
    plan = planProject(folder);
  });
  for (const watched of projectFolders) config.addWatchTarget(join(folder, watched));
  addPlan(config, () => plan);
}

/** Eleventy wants an input folder that exists; nothing in it is read. */
const input = import.meta.dirname;

/** Where Eleventy believes to write; it never does. */
const hostOutput = "output";

/** A run of Eleventy without a configuration of its own; gives the pages that `configure` adds. */
async function runEleventy(
  configure: (config: UserConfig) => void,
): Promise<{ outputPath: string; content: string }[]> {
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(input, hostOutput, {
    source: "cli",
    quietMode: true,
    configPath: null,
    config: (config) => {
      config.setUseTemplateCache(false);
      configure(config);
    },
  });
  return eleventy.toJSON();
}

/** A run of Eleventy that has no pages of its own and ends when `work` does, however that ends. */
export async function hostRun(work: Promise<unknown>): Promise<void> {
  await runEleventy((config) => {
    config.setUseGitIgnore(false);
    config.ignores.clear();
    config.ignores.add("**/*");
    config.on("eleventy.before", async () => {
      await work.catch(() => undefined);
    });
  });
}

/** Renders texts as pages of Eleventy, by their paths. */
async function renderPages(
  pages: ReadonlyMap<string, () => string>,
): Promise<ReadonlyMap<string, string>> {
  const failures: unknown[] = [];
  const guarded = [...pages].map(([path, render]): [string, () => string] => [
    path,
    () => {
      try {
        return render();
      } catch (error) {
        // Eleventy would print it with a stack of its own.
        failures.push(error);
        return "";
      }
    },
  ]);
  const plan = new Map(guarded);
  const rendered = await runEleventy((config) => addPlan(config, () => plan));
  if (failures.length > 0) throw failures[0];
  const prefix = `./${hostOutput}/`;
  return new Map(
    rendered.map(({ outputPath, content }) => [outputPath.slice(prefix.length), content]),
  );
}

/**
 * Passes everything on to `filler` once `fill` is done, with every file that is to be rendered made a page of Eleventy.
 */
export async function fillByEleventy(
  filler: SiteWriter,
  fill: (filler: Omit<SiteWriter, "close">) => void,
): Promise<void> {
  const pages = new Map<string, () => string>();
  const steps: ((rendered: ReadonlyMap<string, string>) => void)[] = [];
  const renderLater = (path: string, render: () => Uint8Array) => {
    pages.set(path, () => Buffer.from(render()).toString());
    return (rendered: ReadonlyMap<string, string>) => Buffer.from(rendered.get(path)!);
  };
  fill({
    reuse: (siteId) => steps.push(() => filler.reuse(siteId)),
    keep: (siteId) => steps.push(() => filler.keep(siteId)),
    add(path, render) {
      const take = renderLater(path, render);
      steps.push((rendered) => filler.add(path, () => take(rendered)));
    },
    write(siteId, origin, files) {
      const taken = files.map(({ render, ...file }) => {
        const take = render && renderLater(`${siteId}/${file.name}`, render);
        return { file, take };
      });
      steps.push((rendered) =>
        filler.write(
          siteId,
          origin,
          taken.map(({ file, take }) => (take ? { ...file, render: () => take(rendered) } : file)),
        ),
      );
    },
  });
  const rendered = pages.size > 0 ? await renderPages(pages) : new Map<string, string>();
  for (const step of steps) step(rendered);
}
