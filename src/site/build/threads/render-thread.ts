import { workerData } from "node:worker_threads";
import { openRegistry } from "../../../registry/open.ts";
import { openProject } from "../../../registry/project.ts";
import { readManifest } from "../../output/manifest.ts";
import { createSiteFiles, type SiteFiles } from "../../render/site-files.ts";
import { buildSites } from "../build-sites.ts";
import { createSelect } from "../selection.ts";
import type { SiteWriter } from "../site-writer.ts";
import { environmentHashOf } from "../sources.ts";
import { createInlet } from "./byte-ring.ts";
import { tell, telling, type Delivery, type SentFile, type Start, type Route } from "./messages.ts";

/** A filler that renders here and lets another thread fill; it waits while that one lags behind. */
export function createSender({ port, ring }: Route): Omit<SiteWriter, "add" | "close"> & {
  close: () => void;
} {
  const inlet = createInlet(ring);
  const send = (delivery: Delivery): void => port.postMessage(delivery);
  return {
    reuse: (siteId) => send({ kind: "reuse", siteId }),
    keep: (siteId) => send({ kind: "keep", siteId }),
    write(siteId, origin, files) {
      const sent = files.map(({ render, ...file }): SentFile => {
        if (!render) return { file };
        const bytes = render();
        return { file, bytes: inlet.put(bytes) ?? bytes };
      });
      send({ kind: "write", siteId, origin, files: sent });
    },
    close: () => send({ kind: "close" }),
  };
}

const mode = "published";
const progressMilliseconds = 100;

function run({ order, way }: Start): void {
  const { project, base, layout, selection, runtime } = order;
  const opened = openRegistry(openProject(project, base));
  const filler = createSender(way);
  let workshop: SiteFiles | undefined;
  let told = 0;
  const diagnostics = buildSites(
    {
      opened,
      environmentHash: environmentHashOf(opened, mode, runtime),
      workshop() {
        if (!workshop) tell({ kind: "rendering" });
        return (workshop ??= createSiteFiles(opened.registry, mode));
      },
      output: layout.output,
      last: readManifest(layout.output),
      ...createSelect(selection),
      onSite(sites, total) {
        const now = performance.now();
        if (now - told < progressMilliseconds) return;
        told = now;
        tell({ kind: "progress", sites, total });
      },
    },
    filler,
  );
  if (diagnostics.length > 0) tell({ kind: "problems", diagnostics });
  else filler.close();
  way.port.close();
}

telling(() => run(workerData as Start));
