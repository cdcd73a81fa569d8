import { workerData } from "node:worker_threads";
import { createSiteWriter, type WantedFile } from "../site-writer.ts";
import { readManifest } from "../../output/manifest.ts";
import { createOutlet } from "./byte-ring.ts";
import { tell, telling, type Deliveries, type SentFile, type Start } from "./messages.ts";

const { order, way } = workerData as Start;
const { port, ring } = way;
const { read, giveBack } = createOutlet(ring);
const writer = createSiteWriter(order.layout, readManifest(order.layout.output));

function unpack({ file, bytes }: SentFile): WantedFile {
  if (!bytes) return file;
  return { ...file, render: () => (bytes instanceof Uint8Array ? bytes : read(bytes)) };
}

function take(delivery: Deliveries[number]): void {
  if (delivery.kind === "close") {
    tell({ kind: "filled", filling: writer.close() });
    port.close();
  } else if (delivery.kind === "write") {
    const { files } = delivery;
    writer.put({ ...delivery, files: files.map(unpack) });
    for (const { bytes } of files) if (bytes && !(bytes instanceof Uint8Array)) giveBack(bytes);
  } else writer.put(delivery);
}

port.on(
  "message",
  (deliveries: Deliveries) =>
    void telling(() => {
      for (const delivery of deliveries) take(delivery);
    }),
);
