import { parentPort, workerData } from "node:worker_threads";
import { once } from "../../../memo.ts";
import { openRegistry } from "../../../registry/open.ts";
import { openProject } from "../../../registry/project.ts";
import type { Press } from "../../papers/pdf.ts";
import { readManifest } from "../../output/manifest.ts";
import { createSiteFiles, templatesOf } from "../../render/site-files.ts";
import { buildSites } from "../build-sites.ts";
import { createSelect } from "../selection.ts";
import { hasPapers, printPapers } from "../print-papers.ts";
import type { Decision, WantedFile } from "../site-writer.ts";
import { environmentHashOf } from "../sources.ts";
import { createInlet } from "./byte-ring.ts";
import { tell, telling, type Delivery, type Route, type SentFile, type Start } from "./messages.ts";

/** PDFs come from the thread that started this one: it ends the browser, however the build ends. */
const press: Press = {
  pdf: async (page) =>
    new Promise((resolve) => {
      parentPort!.once("message", resolve);
      tell({ kind: "print", page });
    }),
};

/** Renders here what another thread writes, and waits while that one lags behind. */
function createSink({ port, ring }: Route) {
  const inlet = createInlet(ring);
  const send = (delivery: Delivery): void => port.postMessage(delivery);
  const pack = ({ render, ...file }: WantedFile): SentFile => {
    if (!render) return { file };
    const bytes = render();
    return { file, bytes: inlet.put(bytes) ?? bytes };
  };
  const hand = (decision: Decision | { readonly kind: "close" }): void => {
    if (decision.kind === "write") send({ ...decision, files: decision.files.map(pack) });
    else if (decision.kind !== "add") send(decision);
  };
  return {
    close: () => hand({ kind: "close" }),
    take: (decision: Decision): void | Promise<void> =>
      hasPapers(decision) ? printPapers(decision, press).then(hand) : hand(decision),
  };
}

const mode = "published";
const progressMilliseconds = 100;

async function run({ order, way }: Start): Promise<void> {
  const { project: folder, base, layout, selection, runtime } = order;
  const project = openProject(folder, base);
  const opened = openRegistry(project);
  const templates = templatesOf(project);
  const { take, close } = createSink(way);
  let told = 0;
  const diagnostics = await buildSites(
    {
      opened,
      environmentHash: environmentHashOf(opened.vocabulary, templates, mode, runtime),
      siteFiles: once(() => createSiteFiles(opened.registry, templates, mode)),
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
    take,
  );
  if (diagnostics.length > 0) tell({ kind: "problems", diagnostics });
  else close();
  way.port.close();
}

await telling(() => run(workerData as Start));
