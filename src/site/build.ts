import type { Loaded } from "../registry/load.ts";
import { createFiller } from "./filler.ts";
import { fingerprintOfHouse } from "./fingerprint.ts";
import { makeSites } from "./make.ts";
import { fillByEleventy } from "./native.ts";
import type { Layout } from "./output/layout.ts";
import { readManifest } from "./output/manifest.ts";
import { type Built, type Filling, publish } from "./output/publish.ts";
import type { Target } from "./output/recover.ts";
import { RegistryFaults } from "./registry-faults.ts";
import { createSelect, type Selection } from "./selection.ts";
import { createWorkshop, type Mode } from "./workshop.ts";

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
  const workshop = createWorkshop(opened.registry, mode);
  const filler = createFiller(layout, last, signal);
  await fillByEleventy(filler, (collecting) => {
    const diagnostics = makeSites(
      {
        opened,
        house: fingerprintOfHouse(opened, mode, runtime),
        workshop: () => workshop,
        output: layout.output,
        last,
        ...createSelect(selection),
      },
      collecting,
    );
    if (diagnostics.length > 0) throw new RegistryFaults(diagnostics);
    // A platform does not publish its customers, so only a preview lists them.
    const list = [...registry.sites.values()].map(({ id, value: { name } }) => ({ id, name }));
    if (mode === "preview") collecting.add("index.html", () => workshop.renderSites(list));
  });
  return filler.close();
}

/** Puts the sites in the place of the last output, whole or not at all. Each file is a page of Eleventy. */
export const build = async (options: Build): Promise<Built> =>
  publish(options.target, (_, layout) => fill(layout, options), options.signal);
