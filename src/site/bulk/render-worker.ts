import { workerData } from "node:worker_threads";
import { openRegistry } from "../../registry/open.ts";
import { openProject } from "../../registry/project.ts";
import { fingerprintOfHouse } from "../fingerprint.ts";
import { makeSites } from "../make.ts";
import { readManifest } from "../output/manifest.ts";
import { createSelect } from "../selection.ts";
import { createWorkshop, type Workshop } from "../workshop.ts";
import type { Start } from "./protocol.ts";
import { createSender } from "./sender.ts";
import { tell, telling } from "./tell.ts";

const mode = "published";
const progressMilliseconds = 100;

function run({ order, way }: Start): void {
  const { project, base, layout, selection, runtime } = order;
  const opened = openRegistry(openProject(project, base));
  const filler = createSender(way);
  let workshop: Workshop | undefined;
  let told = 0;
  const diagnostics = makeSites(
    {
      opened,
      house: fingerprintOfHouse(opened, mode, runtime),
      workshop() {
        if (!workshop) tell({ kind: "rendering" });
        return (workshop ??= createWorkshop(opened.registry, mode));
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
