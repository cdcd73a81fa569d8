import { setImmediate } from "node:timers/promises";
import { inLanguage } from "../../vocabulary/by-language.ts";
import type { Output } from "../../vocabulary/vocabulary.ts";
import type { Loaded } from "../../registry/load.ts";
import type { Layout } from "../output/layout.ts";
import { type PressBrowser, withPress } from "../papers/pdf.ts";
import { readManifest } from "../output/manifest.ts";
import { publish, type Built, type Filling } from "../output/publish.ts";
import type { Target } from "../output/recover.ts";
import type { Mode } from "../page/policy.ts";
import { createSiteFiles, type SiteFiles, templatesOf } from "../render/site-files.ts";
import { buildSites } from "./build-sites.ts";
import { hasPapers, printPapers } from "./print-papers.ts";
import { RegistryFaults } from "./errors.ts";
import { createSelect, type Selection } from "./selection.ts";
import { createSiteWriter, type Decision } from "./site-writer.ts";
import { decideStatic } from "./static-files.ts";
import { environmentHashOf } from "./sources.ts";

export interface Build {
  readonly loaded: Loaded;
  readonly mode: Mode;
  readonly target: Target;
  readonly selection: Selection;
  readonly signal: AbortSignal;
  /** The version of what runs the program. */
  readonly runtime: string;
  /** What PDFs are printed with. */
  readonly browser: PressBrowser;
  /** A paper that is made of every site, and nothing else, whatever the sites ask for. */
  readonly only?: Output;
}

/** As if each site asked for one paper alone. */
const justPapers = (files: SiteFiles, output: Output): SiteFiles => ({
  ...files,
  filesOf: (site) =>
    files
      .filesOf({ ...site, value: { ...site.value, outputs: [output] } })
      .filter(({ print }) => print),
});

async function fill(layout: Layout, build: Build): Promise<Filling> {
  const { loaded, mode, selection, signal, runtime, only } = build;
  const { opened, registry } = loaded;
  const last = readManifest(layout.output);
  const templates = templatesOf(registry.project);
  const all = createSiteFiles(registry, templates, mode);
  const siteFiles = only ? justPapers(all, only) : all;
  const input = {
    opened,
    environmentHash: environmentHashOf(opened.vocabulary, templates, only ?? mode, runtime),
    siteFiles: () => siteFiles,
    output: layout.output,
    last,
    ...createSelect(selection),
  };
  const decisions: Decision[] = [];
  const diagnostics = await buildSites(input, (decision) => void decisions.push(decision));
  if (diagnostics.length > 0) throw new RegistryFaults(diagnostics);
  // A platform does not publish its customers, so only a preview lists them.
  const isTaken = opened.staticFiles.some(({ name }) => name === "index.html");
  if (mode === "preview" && !isTaken) {
    const list = [...registry.sites.values()].map(({ id, value }) => ({
      id,
      name: inLanguage(value.name, value.languages[0]!),
    }));
    const render = () => siteFiles.renderSites(list);
    decisions.push({ kind: "add", path: "index.html", render });
  }
  const { put, close } = createSiteWriter(layout, last, signal);
  await withPress({ ...build.browser, signal }, async (press) => {
    for (const decision of decisions) {
      // A signal is heard between two sites.
      await setImmediate();
      put(hasPapers(decision) ? await printPapers(decision, press, signal) : decision);
    }
  });
  const statics = decideStatic(opened.staticFiles, layout.output, last);
  if (statics) put(statics);
  return close();
}

/** Puts the sites in the place of the last output, whole or not at all. */
export const build = async (options: Build): Promise<Built> =>
  publish(options.target, (layout) => fill(layout, options), options.signal);
