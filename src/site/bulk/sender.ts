import type { Filler } from "../filler.ts";
import type { Delivery, SentFile, Way } from "./protocol.ts";
import { createInlet } from "./ring.ts";

/** A filler that renders here and lets another thread fill; it waits while that one lags behind. */
export function createSender({ port, ring }: Way): Omit<Filler, "add" | "close"> & {
  close: () => void;
} {
  const inlet = createInlet(ring);
  const send = (delivery: Delivery): void => port.postMessage(delivery);
  return {
    repeat: (siteId) => send({ kind: "repeat", siteId }),
    keep: (siteId) => send({ kind: "keep", siteId }),
    put(siteId, origin, files) {
      const sent = files.map(({ render, ...file }): SentFile => {
        if (!render) return { file };
        const bytes = render();
        return { file, bytes: inlet.put(bytes) ?? bytes };
      });
      send({ kind: "put", siteId, origin, files: sent });
    },
    close: () => send({ kind: "close" }),
  };
}
