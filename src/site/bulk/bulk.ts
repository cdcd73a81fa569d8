import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { type Diagnostic, sortDiagnostics } from "../../diagnostic.ts";
import { hostRun } from "../host-run.ts";
import { NoSite } from "../no-site.ts";
import { CannotBuild } from "../output/cannot-build.ts";
import type { Filling } from "../output/publish.ts";
import { RegistryFaults } from "../registry-faults.ts";
import { TemplateError } from "../template-error.ts";
import type { Message, Order, RenderStart, WriteStart } from "./protocol.ts";
import { createRing } from "./ring.ts";

type Name = "render-worker" | "write-worker";

/** A checkout runs its source, which a thread must translate for itself as the command does. */
function startWorker(
  name: Name,
  workerData: RenderStart | WriteStart,
  transferList: readonly MessagePort[],
): Worker {
  // What a page leaves behind is gone before long; larger halves would only hold more of it.
  const resourceLimits = { maxYoungGenerationSizeMb: 12 };
  const options = { workerData, transferList: [...transferList], resourceLimits };
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

/** Two threads render, where there are so many processors: each holds what its pages share for itself. */
const renderers = Math.min(2, availableParallelism());

function startAll(order: Order) {
  const channels = Array.from({ length: renderers }, () => {
    const { port1, port2 } = new MessageChannel();
    return { port1, port2, ring: createRing() };
  });
  const rendering = channels.map(({ port1: port, ring }, index) => {
    const share = { index: index + 1, count: renderers };
    return startWorker("render-worker", { order, share, way: { port, ring } }, [port]);
  });
  const ways = channels.map(({ port2: port, ring }) => ({ port, ring }));
  const writing = startWorker(
    "write-worker",
    { order, ways },
    ways.map(({ port }) => port),
  );
  return { rendering, writing };
}

function errorOf({ name, message }: Extract<Message, { kind: "error" }>): Error {
  return name === "TemplateError" ? new TemplateError(message) : new CannotBuild(message);
}

/**
 * Has other threads read and render the sites one by one and yet another one write them, while Eleventy hosts the run,
 * which is started once there is something to render. Rejects with `RegistryFaults`, with `NoSite` where nothing but a shard
 * may be empty, with what `publish` may reject with, and with the reason of `signal`.
 */
export async function fillInBulk(
  order: Order,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Filling> {
  const { rendering, writing } = startAll(order);
  const shares = rendering.map(() => ({ sites: 0, total: 0 }));
  const diagnostics: Diagnostic[] = [];
  let done = 0;
  let hosted: Promise<void> | undefined;

  const sum = (count: "sites" | "total") => shares.reduce((all, share) => all + share[count], 0);
  const work = new Promise<Filling>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    const take = (message: Message, index: number): void => {
      if (message.kind === "rendering") hosted ??= hostRun(work);
      else if (message.kind === "progress") {
        shares[index] = message;
        onProgress(sum("sites"), sum("total"));
      } else if (message.kind === "rendered") {
        diagnostics.push(...message.diagnostics);
        done += 1;
        if (done === rendering.length && diagnostics.length > 0)
          reject(new RegistryFaults(sortDiagnostics(diagnostics)));
      } else if (message.kind === "filled") resolve(message.filling);
      else reject(errorOf(message));
    };
    for (const [index, worker] of [...rendering, writing].entries())
      worker.on("error", reject).on("message", (message: Message) => take(message, index));
  });
  try {
    const filling = await work;
    if (!order.selection.shard && filling.written + filling.unchanged === 0) throw new NoSite();
    return filling;
  } finally {
    await Promise.all([...rendering, writing].map((worker) => worker.terminate()));
    await hosted;
  }
}
