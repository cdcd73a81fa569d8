import { inLanguage } from "../../vocabulary/by-language.ts";
import type { Loaded } from "../../registry/load.ts";
import type { Layout } from "../output/layout.ts";
import { readManifest } from "../output/manifest.ts";
import { publish, type Built, type Filling } from "../output/publish.ts";
import type { Target } from "../output/recover.ts";
import { createSiteFiles, type Mode } from "../render/site-files.ts";
import { buildSites } from "./build-sites.ts";
import { fillByEleventy } from "./eleventy.ts";
import { RegistryFaults } from "./errors.ts";
import { createSelect, type Selection } from "./selection.ts";
import { createSiteWriter } from "./site-writer.ts";
import { environmentHashOf } from "./sources.ts";
import type { Order } from "./threads/messages.ts";
import { fillInBulk } from "./threads/threads.ts";

export interface Build {
  readonly loaded: Loaded;
  readonly mode: Mode;
  readonly target: Target;
  readonly selection: Selection;
  readonly signal: AbortSignal;
  /** The version of what runs the program. */
  readonly runtime: string;
}

async function fill(layout: Layout, build: Build): Promise<Filling> {
  const { loaded, mode, selection, signal, runtime } = build;
  const { opened, registry } = loaded;
  const last = readManifest(layout.output);
  const workshop = createSiteFiles(opened.registry, mode);
  const filler = createSiteWriter(layout, last, signal);
  await fillByEleventy(filler, (collecting) => {
    const diagnostics = buildSites(
      {
        opened,
        environmentHash: environmentHashOf(opened, mode, runtime),
        workshop: () => workshop,
        output: layout.output,
        last,
        ...createSelect(selection),
      },
      collecting,
    );
    if (diagnostics.length > 0) throw new RegistryFaults(diagnostics);
    // A platform does not publish its customers, so only a preview lists them.
    const list = [...registry.sites.values()].map(({ id, value }) => ({
      id,
      name: inLanguage(value.name, value.languages[0]!),
    }));
    if (mode === "preview") collecting.add("index.html", () => workshop.renderSites(list));
  });
  return filler.close();
}

/** Puts the sites in the place of the last output, whole or not at all. Each file is a page of Eleventy. */
export const build = async (options: Build): Promise<Built> =>
  publish(options.target, (_, layout) => fill(layout, options), options.signal);

/**
 * As `build`, for thousands of sites: files are written as they are rendered, and none is kept. Rejects with
 * `RegistryFaults` where something is wrong with the registry.
 */
export const buildInBulk = async (
  order: Omit<Order, "layout">,
  target: Target,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Built> =>
  publish(target, (_, layout) => fillInBulk({ ...order, layout }, onProgress, signal), signal);
