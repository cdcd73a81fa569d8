import { workerData } from "node:worker_threads";
import { createFiller, type WantedFile } from "../filler.ts";
import { readManifest } from "../output/manifest.ts";
import type { Delivery, SentFile, WriteStart } from "./protocol.ts";
import { createOutlet } from "./ring.ts";
import { tell, telling } from "./tell.ts";

const { order, ways } = workerData as WriteStart;
const filler = createFiller(order.layout, readManifest(order.layout.output));
let open = ways.length;

function unpack(files: readonly SentFile[], bytes: Uint8Array): WantedFile[] {
  let at = 0;
  return files.map(({ file, length }) => {
    if (length === undefined) return file;
    const content = bytes.subarray(at, at + length);
    at += length;
    return { ...file, render: () => content };
  });
}

for (const { port, ring } of ways) {
  const { read, giveBack } = createOutlet(ring);

  const put = ({ siteId, origin, files, bytes }: Extract<Delivery, { kind: "put" }>): void => {
    if (bytes instanceof Uint8Array) filler.put(siteId, origin, unpack(files, bytes));
    else {
      filler.put(siteId, origin, unpack(files, read(bytes)));
      giveBack(bytes);
    }
  };

  const close = (): void => {
    port.close();
    open -= 1;
    if (open === 0) tell({ kind: "filled", filling: filler.close() });
  };

  port.on("message", (delivery: Delivery) =>
    telling(() => {
      if (delivery.kind === "put") put(delivery);
      else if (delivery.kind === "close") close();
      else filler[delivery.kind](delivery.siteId);
    }),
  );
}
