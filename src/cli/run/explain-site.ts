import { citePlace } from "../../diagnostic.ts";
import { type Duration, writeDuration } from "../../vocabulary/duration.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Retention } from "../../registry/schema/lengths.ts";
import { type SiteProvider, type Site, siteSchema } from "../../registry/schema/site.ts";
import {
  defaultColumns,
  defaultJurisdictions,
  defaultOutputs,
} from "../../vocabulary/vocabulary.ts";
import { isMapping } from "../../source/mapping.ts";
import type { Path } from "../../source/yaml/locate.ts";

/** A value of a site as it is after `extends`, and the place that it came from, or "default". */
export type Explained = readonly [key: string, value: string, origin: string];

const defaults: Readonly<Record<string, readonly string[]>> = {
  jurisdictions: defaultJurisdictions,
  columns: defaultColumns,
  outputs: defaultOutputs,
};

/** What `extends` is made of, told by the chain of files itself. */
const ownKeys = new Set(["id", "extends", "abstract"]);

/** Lists are written as in a table, the names of cookies as in YAML. */
function writeList(path: Path, items: readonly unknown[]): string {
  if (items.length === 0) return "[]";
  if (path.at(-1) === "only") return items.map((name) => JSON.stringify(name)).join(" ");
  return items.map(String).join(path.at(-1) === "address" ? " | " : " ");
}

const isPeriod = (value: unknown): value is Duration | Retention =>
  isMapping(value) && typeof value["kind"] === "string";

const writePeriod = (value: Duration | Retention): string =>
  value.kind === "until" ? `until ${value.criterion}` : writeDuration(value);

function explainValue(entry: Entry<Site>, key: string, path: Path, value: unknown): Explained[] {
  const line = (text: string, at: Path): Explained => [key, text, citePlace(entry.place(at))];
  if (Array.isArray(value))
    return [line(writeList(path, value), value.length > 0 ? [...path, 0] : path)];
  if (isPeriod(value)) return [line(writePeriod(value), path)];
  if (!isMapping(value)) return [line(String(value), path)];
  return Object.entries(value).flatMap(([inner, one]) =>
    explainValue(entry, `${key}.${inner}`, [...path, inner], one),
  );
}

function explainPick(entry: Entry<Site>, pick: SiteProvider, index: number): Explained[] {
  const path = ["providers", index];
  if (typeof pick === "string") return explainValue(entry, "providers", path, pick);
  const { id, ...changes } = pick;
  return [
    ...explainValue(entry, "providers", [...path, "id"], id),
    ...explainValue(entry, `providers.${id}`, path, changes),
  ];
}

function explainParents({ id, layers, place }: Entry<Site>): Explained[] {
  const [own] = layers;
  const written = own.value["id"] !== undefined || own.document === undefined;
  const parents = layers.flatMap((source): Explained[] => {
    const { extends: parent } = source.value;
    if (typeof parent !== "string") return [];
    return [["extends", parent, citePlace(source.place(["extends"]))]];
  });
  return [["id", id, written ? citePlace(place(["id"])) : own.file], ...parents];
}

/** Every value of a site in the order of a site file, each item of `providers` by itself. */
export function explainSite(entry: Entry<Site>): Explained[] {
  const keys = Object.keys(siteSchema.shape).filter((key) => !ownKeys.has(key));
  return [
    ...explainParents(entry),
    ...keys.flatMap((key): Explained[] => {
      const value = entry.value[key as keyof Site];
      const standard = defaults[key];
      if (key === "providers")
        return entry.value.providers.flatMap((pick, index) => explainPick(entry, pick, index));
      if (value !== undefined) return explainValue(entry, key, [key], value);
      return standard ? [[key, writeList([key], standard), "default"]] : [];
    }),
  ];
}
