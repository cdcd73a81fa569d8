import { type Document, isMap, isScalar, type YAMLMap } from "yaml";
import type { Edit } from "../../diagnostic.ts";
import { readBlockSlots } from "./block-slots.ts";
import { readFlowSlots } from "./flow-slots.ts";
import type { Path } from "./locate.ts";

/** Which pair belongs in each slot. */
function permute({ items }: YAMLMap, order: readonly string[]): number[] {
  const ranks = items.map(({ key }) => (isScalar(key) ? order.indexOf(String(key.value)) : -1));
  return items.map((_, index) => index).toSorted((a, b) => ranks[a]! - ranks[b]!);
}

/**
 * Puts the keys of the mapping at `path` into an order that names them all. Each pair takes its comments along: those
 * above it, behind it, and below it where they stand deeper than its key. `undefined` where the layout is so uncommon
 * that a comment could be lost or a value changed.
 */
export function orderKeys(
  text: string,
  document: Document.Parsed,
  path: Path,
  order: readonly string[],
): Edit | undefined {
  const map: unknown = document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const pairs = permute(map, order);
  const isMoved = (pair: number, slot: number) => pair !== slot;
  const [first, last] = [pairs.findIndex(isMoved), pairs.findLastIndex(isMoved)];
  const slots = map.flow ? readFlowSlots(text, map) : readBlockSlots(text, map, path.length === 0);
  if (!slots || first < 0) return undefined;
  const parts: string[] = [];
  for (let slot = first; slot <= last; slot += 1) {
    const filled = slots.fill(slot, pairs[slot]!);
    if (filled === undefined) return undefined;
    if (slot > first) parts.push(text.slice(slots.end(slot - 1), slots.start(slot)));
    parts.push(filled);
  }
  return { start: slots.start(first), end: slots.end(last), text: parts.join("") };
}
