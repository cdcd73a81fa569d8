import { workerData } from "node:worker_threads";
import { createSiteWriter, type WantedFile } from "../site-writer.ts";
import { readManifest } from "../../output/manifest.ts";
import { createOutlet } from "./byte-ring.ts";
import { tell, telling, type Delivery, type SentFile, type Start } from "./messages.ts";

const { order, way } = workerData as Start;
const { port, ring } = way;
const { read, giveBack } = createOutlet(ring);
const filler = createSiteWriter(order.layout, readManifest(order.layout.output));

function unpack({ file, bytes }: SentFile): WantedFile {
  if (!bytes) return file;
  return { ...file, render: () => (bytes instanceof Uint8Array ? bytes : read(bytes)) };
}

function write({ siteId, origin, files }: Extract<Delivery, { kind: "write" }>): void {
  filler.write(siteId, origin, files.map(unpack));
  for (const { bytes } of files) if (bytes && !(bytes instanceof Uint8Array)) giveBack(bytes);
}

function close(): void {
  tell({ kind: "filled", filling: filler.close() });
  port.close();
}

port.on("message", (delivery: Delivery) =>
  telling(() => {
    if (delivery.kind === "write") write(delivery);
    else if (delivery.kind === "close") close();
    else filler[delivery.kind](delivery.siteId);
  }),
);
