import { createHash } from "node:crypto";

/** One of several builds that share the sites of a project; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Which sites a build makes. */
export interface Selection {
  /** Only these; the others stay as they are in the output. All where it is absent. */
  readonly siteIds?: readonly string[];
  /** Only those of this shard; the others are no part of the output. */
  readonly shard?: Shard;
}

/** By a hash of its id: a site stays in its shard, whatever other sites come and go. */
const shardOf = (siteId: string, count: number): number =>
  (createHash("sha256").update(siteId).digest().readUInt32BE() % count) + 1;

/** Whether a site is part of the output, and whether it is built now. */
export function createSelect({ siteIds, shard }: Selection) {
  const wanted = siteIds && new Set(siteIds);
  return {
    isListed: (siteId: string): boolean => !shard || shardOf(siteId, shard.count) === shard.index,
    isWanted: (siteId: string): boolean => wanted?.has(siteId) ?? true,
  };
}
