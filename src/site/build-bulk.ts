import { fillInBulk } from "./bulk/bulk.ts";
import type { Order } from "./bulk/protocol.ts";
import { type Built, publish } from "./output/publish.ts";
import type { Target } from "./output/recover.ts";

/**
 * As `build`, for thousands of sites: files are written as they are rendered, and none is kept. Rejects with
 * `RegistryFaults` where something is wrong with the registry.
 */
export const buildInBulk = async (
  order: Omit<Order, "layout">,
  target: Target,
  onProgress: (sites: number, total: number) => void,
  signal: AbortSignal,
): Promise<Built> =>
  publish(target, (_, layout) => fillInBulk({ ...order, layout }, onProgress, signal), signal);
