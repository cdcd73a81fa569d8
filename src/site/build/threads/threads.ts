import { MessageChannel, Worker } from "node:worker_threads";
import { NoSite, RegistryFaults } from "../errors.ts";
import { CannotBuild } from "../../../files/system-error.ts";
import { publish, type Built, type Filling } from "../../output/publish.ts";
import type { Target } from "../../output/recover.ts";
import { type Press, type PressBrowser, type PrintedPage, withPress } from "../../papers/pdf.ts";
import { TemplateError } from "../../render/template-error.ts";
import { listInputs } from "../inputs.ts";
import { findUnchanged } from "../unchanged.ts";
import type { Message, Order, Start } from "./messages.ts";
import { createRing } from "./byte-ring.ts";

type Name = "render-thread" | "write-thread";

/** A checkout runs its source, which a thread must translate for itself as the command does. */
function startWorker(name: Name, workerData: Start): Worker {
  // What a page leaves behind is gone before long; larger halves would only hold more of it.
  const resourceLimits = { maxYoungGenerationSizeMb: 12 };
  const options = { workerData, transferList: [workerData.way.port], resourceLimits };
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL(`${name}.js`, import.meta.url), options);
  const [tsx, worker] = [
    import.meta.resolve("tsx/esm/api"),
    new URL(`${name}.ts`, import.meta.url),
  ];
  const load = (address: string) => `import(${JSON.stringify(address)})`;
  const begin = `${load(tsx)}.then(({ register }) => (register(), ${load(worker.href)}))`;
  return new Worker(begin, { ...options, eval: true });
}

function errorOf({ name, message }: Extract<Message, { kind: "error" }>): Error {
  return name === "TemplateError" ? new TemplateError(message) : new CannotBuild(message);
}

/**
 * Has one thread read and render the sites one by one and another one write them. Rejects with `RegistryFaults`, with
 * `NoSite` where nothing but a shard may be empty, and with the reason of `signal`.
 */
async function fillByThreads(
  order: Order,
  press: Press,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Filling> {
  const { port1, port2 } = new MessageChannel();
  const ring = createRing();
  const renderer = startWorker("render-thread", { order, way: { port: port1, ring } });
  const workers = [renderer, startWorker("write-thread", { order, way: { port: port2, ring } })];
  const work = new Promise<Filling>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    const print = (page: PrintedPage): void => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
      press.pdf(page).then((bytes) => renderer.postMessage(bytes), reject);
    };
    const take = (message: Message): void => {
      if (message.kind === "progress") onProgress(message.sites, message.total);
      else if (message.kind === "print") print(message.page);
      else if (message.kind === "filled") resolve(message.filling);
      else if (message.kind === "problems") reject(new RegistryFaults(message.diagnostics));
      else reject(errorOf(message));
    };
    const end = (code: number): void => {
      if (code !== 0) reject(new Error(`a thread of the build ended with ${code}`));
    };
    for (const worker of workers) worker.on("message", take).on("error", reject).on("exit", end);
  });
  try {
    const filling = await work;
    if (!order.selection.shard && filling.written + filling.unchanged === 0) throw new NoSite();
    return filling;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
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
