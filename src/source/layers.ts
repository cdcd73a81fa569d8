import type { Place } from "../diagnostic.ts";
import { type Source } from "./yaml-file.ts";
import { isMapping, type Mapping } from "./mapping.ts";
import type { KeyOrValue, Path } from "./yaml/locate.ts";

/** Files that make one thing together, the one that wins first. */
export type Layers = readonly [Source, ...Source[]];

/** Mappings merge key by key; everything else of the upper one replaces the lower one. */
export function merge(upper: unknown, lower: unknown): unknown {
  if (!isMapping(upper) || !isMapping(lower)) return upper;
  const merged: Record<string, unknown> = { ...lower };
  for (const [key, value] of Object.entries(upper))
    merged[key] = Object.hasOwn(lower, key) ? merge(value, lower[key]) : value;
  return merged;
}

export const mergeLayers = ([first, ...rest]: Layers): Mapping =>
  rest.reduce<Mapping>((upper, { value }) => merge(upper, value) as Mapping, first.value);

const child = (node: unknown, segment: string | number): { node: unknown } | undefined =>
  typeof node === "object" && node !== null && Object.hasOwn(node, segment)
    ? { node: (node as Record<string | number, unknown>)[segment] }
    : undefined;

/** The layer from which the value at `path` of the merged whole came; of its nearest parent if there is none. */
function originOf(layers: Layers, path: Path): Source {
  let candidates = layers.map((source) => ({ source, node: source.value as unknown }));
  for (const segment of path) {
    const next = candidates.flatMap(({ source, node }) => {
      const found = child(node, segment);
      return found ? [{ source, ...found }] : [];
    });
    if (next.length === 0) break;
    candidates = isMapping(next[0]!.node) ? next : next.slice(0, 1);
  }
  return candidates[0]!.source;
}

/** Finds the place of a value of the merged whole in the file that it came from. */
export const placeIn =
  (layers: Layers) =>
  (path: Path, part?: KeyOrValue): Place =>
    originOf(layers, path).place(path, part);
