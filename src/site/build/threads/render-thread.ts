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
import { decideStatic } from "../static-files.ts";
import { environmentHashOf } from "../sources.ts";
import { createInlet, maximumUntold, type Ring } from "./byte-ring.ts";
import { type Delivery, type SentFile, type Start, tell, telling } from "./messages.ts";

const maximumDeliveries = 64;

/** PDFs come from the thread that started this one: it ends the browser, however the build ends. */
const press: Press = {
  pdf: async (page) =>
    new Promise((resolve) => {
      parentPort!.once("message", resolve);
      tell({ kind: "print", page });
    }),
};

/** Renders here what another thread writes, and waits while that one lags behind. */
function createSink(ring: Ring) {
  const inlet = createInlet(ring);
  let deliveries: Delivery[] = [];
  let untold = 0;

  function send(): void {
    tell({ kind: "deliver", deliveries });
    deliveries = [];
    untold = 0;
  }

  function pack({ render, ...file }: WantedFile): SentFile {
    if (!render) return { file };
    const bytes = render();
    if (untold + bytes.length > maximumUntold) return { file, bytes: bytes.slice() };
    untold += bytes.length;
    return { file, bytes: inlet.put(bytes) };
  }

  function hand(decision: Decision): void {
    if (decision.kind === "write")
      deliveries.push({ ...decision, files: decision.files.map(pack) });
    else if (decision.kind !== "add") deliveries.push(decision);
    if (untold > maximumUntold / 2 || deliveries.length === maximumDeliveries) send();
  }

  return {
    close: () => {
      send();
      tell({ kind: "done" });
    },
    take: (decision: Decision): void | Promise<void> =>
      hasPapers(decision) ? printPapers(decision, press).then(hand) : hand(decision),
  };
}

const mode = "published";
const progressMilliseconds = 100;

async function run({ order, ring }: Start): Promise<void> {
  const { project: folder, base, layout, selection, runtime } = order;
  const project = openProject(folder, base);
  const opened = openRegistry(project);
  const templates = templatesOf(project);
  const { take, close } = createSink(ring);
  const last = readManifest(layout.output);
  let told = 0;
  const diagnostics = await buildSites(
    {
      opened,
      environmentHash: environmentHashOf(opened.vocabulary, templates, mode, runtime),
      siteFiles: once(() => createSiteFiles(opened.registry, templates, mode)),
      output: layout.output,
      last,
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
  else {
    const statics = opened.claims.size > 0 && decideStatic(opened.staticFiles, layout.output, last);
    if (statics) await take(statics);
    close();
  }
}

await telling(() => run(workerData as Start));
