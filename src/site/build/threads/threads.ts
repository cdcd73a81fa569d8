import { Worker } from "node:worker_threads";
import { NoSite, RegistryFaults } from "../errors.ts";
import { CannotBuild } from "../../../files/system-error.ts";
import { readManifest } from "../../output/manifest.ts";
import { publish, type Built, type Filling } from "../../output/publish.ts";
import type { Target } from "../../output/recover.ts";
import { type Press, type PressBrowser, type PrintedPage, withPress } from "../../papers/pdf.ts";
import { TemplateError } from "../../render/template-error.ts";
import { listInputs } from "../inputs.ts";
import { findUnchanged } from "../unchanged.ts";
import { createSiteWriter, type WantedFile } from "../site-writer.ts";
import { createOutlet, createRing, type Ring } from "./byte-ring.ts";
import type { Delivery, Message, Order, SentFile, Start } from "./messages.ts";

/** A checkout runs its source, which a thread must translate for itself as the command does. */
function startRenderer(workerData: Start): Worker {
  // What a page leaves behind is gone before long; larger halves would only hold more of it.
  const options = { workerData, resourceLimits: { maxYoungGenerationSizeMb: 12 } };
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("render-thread.js", import.meta.url), options);
  const [tsx, worker] = [
    import.meta.resolve("tsx/esm/api"),
    new URL("render-thread.ts", import.meta.url),
  ];
  const load = (address: string) => `import(${JSON.stringify(address)})`;
  const begin = `${load(tsx)}.then(({ register }) => (register(), ${load(worker.href)}))`;
  return new Worker(begin, { ...options, eval: true });
}

function errorOf({ name, message }: Extract<Message, { kind: "error" }>): Error {
  return name === "TemplateError" ? new TemplateError(message) : new CannotBuild(message);
}

/** Puts what the other thread delivers into the stage, and gives the ring back what was taken out of it. */
function createReceiver({ layout }: Order, ring: Ring, signal: AbortSignal) {
  const { read, giveBack } = createOutlet(ring);
  const { put, close } = createSiteWriter(layout, readManifest(layout.output), signal);

  function unpack({ file, bytes }: SentFile): WantedFile {
    if (!bytes) return file;
    return { ...file, render: () => (bytes instanceof Uint8Array ? bytes : read(bytes)) };
  }

  return {
    close,
    take(delivery: Delivery): void {
      if (delivery.kind !== "write") {
        put(delivery);
        return;
      }
      const { files } = delivery;
      put({ ...delivery, files: files.map(unpack) });
      for (const { bytes } of files) if (bytes && !(bytes instanceof Uint8Array)) giveBack(bytes);
    },
  };
}

/**
 * Has another thread read and render the sites one by one, and writes them in this one. Rejects with `RegistryFaults`,
 * with `NoSite` where nothing but a shard may be empty, and with the reason of `signal`.
 */
async function fillByThreads(
  order: Order,
  press: Press,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Filling> {
  const ring = createRing();
  const renderer = startRenderer({ order, ring });
  const receiver = createReceiver(order, ring, signal);
  const work = new Promise<Filling>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    const print = (page: PrintedPage): void => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
      press.pdf(page).then((bytes) => renderer.postMessage(bytes), reject);
    };
    const take = (message: Message): void => {
      if (message.kind === "deliver") for (const one of message.deliveries) receiver.take(one);
      else if (message.kind === "done") resolve(receiver.close());
      else if (message.kind === "progress") onProgress(message.sites, message.total);
      else if (message.kind === "print") print(message.page);
      else if (message.kind === "problems") reject(new RegistryFaults(message.diagnostics));
      else reject(errorOf(message));
    };
    const takeUntilFault = (message: Message): void => {
      try {
        take(message);
      } catch (error) {
        renderer.off("message", takeUntilFault);
        reject(error);
      }
    };
    renderer.on("message", takeUntilFault).on("error", reject);
    renderer.on("exit", (code) => {
      if (code !== 0) reject(new Error(`a thread of the build ended with ${code}`));
    });
  });
  try {
    const filling = await work;
    if (!order.selection.shard && filling.written + filling.unchanged === 0) throw new NoSite();
    return filling;
  } finally {
    await renderer.terminate();
  }
}

/**
 * As `build`, for thousands of sites: files are written as they are rendered, by the same templates,
 * and none is kept.
 */
export const buildInBulk = async (
  order: Omit<Order, "layout">,
  browser: PressBrowser,
  target: Target,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Built> =>
  publish(
    target,
    async (layout) => {
      const inputs = listInputs(order);
      const unchanged = inputs && findUnchanged(layout.output, inputs);
      if (unchanged) return unchanged;
      const filling = withPress({ ...browser, signal }, (press) =>
        fillByThreads({ ...order, layout }, press, onProgress, signal),
      );
      // Read while the threads start.
      const hash = inputs?.hash();
      return { ...(await filling), ...(inputs?.areAsListed() ? { inputs: hash } : {}) };
    },
    signal,
  );
