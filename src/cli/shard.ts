import type { Shard } from "../site/selection.ts";
import { UsageError } from "./context.ts";

/** Reads `2/8`: the second of eight shards. */
export function readShard({
  shard,
  site,
}: {
  readonly shard?: string;
  readonly site: readonly string[];
}): Shard | undefined {
  if (shard === undefined) return undefined;
  const [, index, count] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(shard) ?? [];
  if (index === undefined || Number(index) > Number(count))
    throw new UsageError(`bad shard "${shard}", expected a number of how many, such as "2/8"`);
  if (site.length > 0) throw new UsageError("both --shard and --site, expected one of them");
  return { index: Number(index), count: Number(count) };
}
