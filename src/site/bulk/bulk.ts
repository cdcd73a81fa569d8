import { MessageChannel, Worker } from "node:worker_threads";
import { hostRun } from "../host-run.ts";
import { CannotBuild } from "../output/cannot-build.ts";
import type { Filling } from "../output/publish.ts";
import { RegistryFaults } from "../registry-faults.ts";
import { TemplateError } from "../template-error.ts";
import type { Message, Order, Start } from "./protocol.ts";
import { createRing } from "./ring.ts";

type Name = "render-worker" | "write-worker";

/** A checkout runs its source, which a thread must translate for itself as the command does. */
function startWorker(name: Name, start: Start): Worker {
  const options = { workerData: start, transferList: [start.port] };
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
 * Has one thread read and render the sites one by one and another one write them, while Eleventy hosts the run, which is
 * started once there is something to render. Rejects with `RegistryFaults`, with what `publish` may reject with, and with
 * the reason of `signal`.
 */
export async function fillInBulk(
  order: Order,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Filling> {
  const { port1, port2 } = new MessageChannel();
  const ring = createRing();
  const workers = [
    startWorker("render-worker", { order, port: port1, ring }),
    startWorker("write-worker", { order, port: port2, ring }),
  ];
  let hosted: Promise<void> | undefined;
  const work = new Promise<Filling>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    const take = (message: Message): void => {
      if (message.kind === "rendering") hosted = hostRun(work);
      else if (message.kind === "progress") onProgress(message.sites, message.total);
      else if (message.kind === "filled") resolve(message.filling);
      else if (message.kind === "problems") reject(new RegistryFaults(message.diagnostics));
      else reject(errorOf(message));
    };
    for (const worker of workers) worker.on("error", reject).on("message", take);
  });
  try {
    return await work;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    await hosted;
  }
}
