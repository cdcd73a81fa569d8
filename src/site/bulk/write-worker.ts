import { workerData } from "node:worker_threads";
import { createFiller, type WantedFile } from "../filler.ts";
import { readManifest } from "../output/manifest.ts";
import type { Delivery, SentFile, Start } from "./protocol.ts";
import { createOutlet } from "./ring.ts";
import { tell, telling } from "./tell.ts";

const { order, way } = workerData as Start;
const { port, ring } = way;
const { read, giveBack } = createOutlet(ring);
const filler = createFiller(order.layout, readManifest(order.layout.output));

function unpack({ file, bytes }: SentFile): WantedFile {
  if (!bytes) return file;
  return { ...file, render: () => (bytes instanceof Uint8Array ? bytes : read(bytes)) };
}

function put({ siteId, origin, files }: Extract<Delivery, { kind: "put" }>): void {
  filler.put(siteId, origin, files.map(unpack));
  for (const { bytes } of files) if (bytes && !(bytes instanceof Uint8Array)) giveBack(bytes);
}

function close(): void {
  tell({ kind: "filled", filling: filler.close() });
  port.close();
}

port.on("message", (delivery: Delivery) =>
  telling(() => {
    if (delivery.kind === "put") put(delivery);
    else if (delivery.kind === "close") close();
    else filler[delivery.kind](delivery.siteId);
  }),
);
