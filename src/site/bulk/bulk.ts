import { Worker } from "node:worker_threads";
import { hostRun } from "../host-run.ts";
import { CannotBuild } from "../output/cannot-build.ts";
import type { Filling } from "../output/publish.ts";
import { RegistryFaults } from "../registry-faults.ts";
import { TemplateError } from "../template-error.ts";
import type { Message, Order } from "./protocol.ts";

/** A checkout runs its source, which a thread must translate for itself as the command does. */
function startWorker(order: Order): Worker {
  const options = { workerData: order };
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("worker.js", import.meta.url), options);
  const [tsx, worker] = [import.meta.resolve("tsx/esm/api"), new URL("worker.ts", import.meta.url)];
  const load = (address: string) => `import(${JSON.stringify(address)})`;
  const begin = `${load(tsx)}.then(({ register }) => (register(), ${load(worker.href)}))`;
  return new Worker(begin, { ...options, eval: true });
}

function errorOf({ name, message }: Extract<Message, { kind: "error" }>): Error {
  return name === "TemplateError" ? new TemplateError(message) : new CannotBuild(message);
}

/**
 * Has another thread read, render and write the sites one by one while Eleventy hosts the run, which is started once
 * there is something to render. Rejects with `RegistryFaults`, with what `publish` may reject with, and with the reason
 * of `signal`.
 */
export async function fillInBulk(
  order: Order,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Filling> {
  const worker = startWorker(order);
  let hosted: Promise<void> | undefined;
  const work = new Promise<Filling>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`the thread that renders ended with ${code}`)));
    worker.on("message", (message: Message) => {
      if (message.kind === "rendering") hosted = hostRun(work);
      else if (message.kind === "progress") onProgress(message.sites, message.total);
      else if (message.kind === "filled") resolve(message.filling);
      else if (message.kind === "problems") reject(new RegistryFaults(message.diagnostics));
      else reject(errorOf(message));
    });
  });
  try {
    return await work;
  } finally {
    await worker.terminate();
    await hosted;
  }
}
