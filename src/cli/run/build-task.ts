import type { Selection, Shard } from "../../site/build/selection.ts";
import type { Target } from "../../site/output/recover.ts";
import type { BuildOptions } from "../commands/build.ts";
import { UsageError, type Context } from "../context.ts";

/** What is to be built, and where. */
export interface BuildTask {
  readonly options: BuildOptions;
  /** The project's folder, absolute. */
  readonly project: string;
  readonly target: Target;
  readonly selection: Selection;
  readonly context: Context;
}

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
