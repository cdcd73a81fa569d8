import { workerData } from "node:worker_threads";
import { createFiller, type WantedFile } from "../filler.ts";
import { readManifest } from "../output/manifest.ts";
import type { Delivery, SentFile, Start } from "./protocol.ts";
import { createOutlet } from "./ring.ts";
import { tell, telling } from "./tell.ts";

const { order, port, ring } = workerData as Start;
const { read, giveBack } = createOutlet(ring);
const filler = createFiller(order.layout, readManifest(order.layout.output));

function unpack(files: readonly SentFile[], bytes: Uint8Array): WantedFile[] {
  let at = 0;
  return files.map(({ file, length }) => {
    if (length === undefined) return file;
    const content = bytes.subarray(at, at + length);
    at += length;
    return { ...file, render: () => content };
  });
}

function put({ siteId, origin, files, bytes }: Extract<Delivery, { kind: "put" }>): void {
  if (bytes instanceof Uint8Array) filler.put(siteId, origin, unpack(files, bytes));
  else {
    filler.put(siteId, origin, unpack(files, read(bytes)));
    giveBack(bytes);
  }
}

function take(delivery: Delivery): void {
  switch (delivery.kind) {
    case "put":
      put(delivery);
      break;
    case "close":
      tell({ kind: "filled", filling: filler.close() });
      port.close();
      break;
    default:
      filler[delivery.kind](delivery.siteId);
  }
}

port.on("message", (delivery: Delivery) => telling(() => take(delivery)));
