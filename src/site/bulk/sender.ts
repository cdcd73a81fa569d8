import type { Filler } from "../filler.ts";
import type { Delivery, SentFile, Way } from "./protocol.ts";
import { createInlet } from "./ring.ts";

/** A filler that renders here and lets another thread fill; it waits while that one lags behind. */
export function createSender({
  port,
  ring,
}: Way): Omit<Filler, "add" | "close"> & { close: () => void } {
  const inlet = createInlet(ring);
  const send = (delivery: Delivery): void => port.postMessage(delivery);
  let scratch = Buffer.allocUnsafeSlow(1 << 20);

  function append(bytes: Uint8Array, size: number): void {
    if (scratch.length < size + bytes.length) {
      const larger = Buffer.allocUnsafeSlow((size + bytes.length) * 2);
      scratch.copy(larger, 0, 0, size);
      scratch = larger;
    }
    scratch.set(bytes, size);
  }

  return {
    repeat: (siteId) => send({ kind: "repeat", siteId }),
    keep: (siteId) => send({ kind: "keep", siteId }),
    put(siteId, origin, files) {
      let size = 0;
      const sent = files.map(({ render, ...file }): SentFile => {
        if (!render) return { file };
        const bytes = render();
        append(bytes, size);
        size += bytes.length;
        return { file, length: bytes.length };
      });
      const all = scratch.subarray(0, size);
      send({ kind: "put", siteId, origin, files: sent, bytes: inlet.put(all) ?? all });
    },
    close: () => send({ kind: "close" }),
  };
}
