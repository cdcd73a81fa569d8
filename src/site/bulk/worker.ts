import { parentPort, workerData } from "node:worker_threads";
import { openRegistry } from "../../registry/open.ts";
import { openProject } from "../../registry/project.ts";
import { createFiller } from "../filler.ts";
import { fingerprintOfHouse } from "../fingerprint.ts";
import { makeSites } from "../make.ts";
import { CannotBuild } from "../output/cannot-build.ts";
import { readManifest } from "../output/manifest.ts";
import { createSelect } from "../selection.ts";
import { TemplateError } from "../template-error.ts";
import { createWorkshop } from "../workshop.ts";
import type { Message, Order } from "./protocol.ts";

const mode = "published";
const order = workerData as Order;
const tell = (message: Message): void => parentPort!.postMessage(message);

function run(): void {
  const { project, base, layout, selection, runtime } = order;
  const opened = openRegistry(openProject(project, base));
  const last = readManifest(layout.output);
  const filler = createFiller(layout, last);
  let told = 0;
  let workshop: ReturnType<typeof createWorkshop> | undefined;
  const diagnostics = makeSites(
    {
      opened,
      house: fingerprintOfHouse(opened, mode, runtime),
      workshop: () => {
        if (!workshop) tell({ kind: "rendering" });
        return (workshop ??= createWorkshop(opened.registry, mode));
      },
      output: layout.output,
      last,
      ...createSelect(selection),
      onSite: (sites, total) => {
        const now = performance.now();
        if (now - told < 100) return;
        told = now;
        tell({ kind: "progress", sites, total });
      },
    },
    filler,
  );
  if (diagnostics.length > 0) tell({ kind: "problems", diagnostics });
  else tell({ kind: "filled", filling: filler.close() });
}

try {
  run();
} catch (error) {
  if (!(error instanceof CannotBuild || error instanceof TemplateError)) throw error;
  tell({ kind: "error", name: error.name, message: error.message });
}
