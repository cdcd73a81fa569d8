import { type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { didYouMean, expectedOneOf } from "../../source/suggestions.ts";
import { type RawEntry } from "../entry.ts";
import { type Layers, merge, placeIn } from "../../source/layers.ts";
import { type Source } from "../../source/yaml-file.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import type { Path } from "../../source/yaml/locate.ts";

/** One item of a merged list of providers and where it was written. */
interface ListedProvider {
  readonly item: unknown;
  readonly source: Source;
  readonly path: Path;
}

const ownKeys = new Set(["id", "abstract", "extends"]);

const maximumParents = 32;

/** To find what was meant takes as many comparisons as there are sites. */
const maximumSuggested = 20;

const inherited = (value: Mapping): Mapping =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !ownKeys.has(key)));

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const idOf = (item: unknown): unknown => (isMapping(item) ? item["id"] : item);

function picksOf(source: Source, below: readonly ListedProvider[]): readonly ListedProvider[] {
  const { providers } = source.value;
  const at = (path: Path) => (item: unknown, index: number) => ({
    item,
    source,
    path: [...path, index],
  });
  if (providers === undefined) return below;
  if (!isMapping(providers)) return items(providers).map(at(["providers"]));
  const removed = new Set(items(providers["remove"]));
  const kept = below.filter(({ item }) => !removed.has(idOf(item)));
  return [...kept, ...items(providers["add"]).map(at(["providers", "add"]))];
}

/** The draft of a site with all that it inherits; `layers` begin with the site itself and end with its eldest parent. */
function mergeSite(id: string, layers: Layers): RawEntry {
  const eldestFirst = layers.toReversed();
  const picks = eldestFirst.reduce<readonly ListedProvider[]>(
    (below, source) => picksOf(source, below),
    [],
  );
  const data = eldestFirst.reduce<Mapping>(
    (below, { value }) => merge(value, inherited(below)) as Mapping,
    {},
  );
  const listed = layers.some(({ value }) => value["providers"] !== undefined);
  const place = placeIn(layers);
  return {
    id,
    layers,
    data: listed ? { ...data, providers: picks.map(({ item }) => item) } : data,
    place(path, part) {
      const [key, index, ...rest] = path;
      const pick = key === "providers" && typeof index === "number" ? picks[index] : undefined;
      return pick ? pick.source.place([...pick.path, ...rest], part) : place(path, part);
    },
  };
}

function removedInVain(draft: RawEntry, parent: RawEntry): Diagnostic[] {
  const { providers } = draft.layers[0].value;
  const known = items(parent.data["providers"]).map((item) => String(idOf(item)));
  if (!isMapping(providers)) return [];
  return items(providers["remove"]).flatMap((id, index) => {
    if (typeof id !== "string" || known.includes(id)) return [];
    const message = `provider "${id}" to remove is not inherited, ${expectedOneOf(id, known)}`;
    const place = draft.layers[0].place(["providers", "remove", index]);
    return [createDiagnostic(place, { rule: "unknown-provider", message })];
  });
}

/** A site with all that it inherits, and what is wrong with its parents. */
export type Extend = (file: RawEntry) => { draft?: RawEntry; diagnostics: readonly Diagnostic[] };

/**
 * Follows `extends`; a site whose parents cannot be followed is reported and has no draft. `fileOf` reads a parent;
 * `ids` are those of all sites, readable or not.
 */
export function createExtend(
  fileOf: (id: string) => RawEntry | undefined,
  ids: ReadonlySet<string>,
): Extend {
  const parents = new Map<string, RawEntry>();
  const failed = new Set<string>();
  const suggested = new Map<string, { expected: string; hint: string | undefined }>();
  let diagnostics: Diagnostic[] = [];

  function fail(
    file: RawEntry,
    message: string,
    rule: "unknown-site" | "extends-cycle" | "extends-too-deep",
    hint?: string,
  ) {
    failed.add(file.id);
    diagnostics.push(createDiagnostic(file.place(["extends"]), { rule, message, hint }));
  }

  function failUnknown(file: RawEntry, parentId: string): void {
    if (!suggested.has(parentId) && suggested.size < maximumSuggested) {
      const others = [...ids].filter((id) => id !== file.id);
      const [expected, hint] = [expectedOneOf(parentId, others), didYouMean(parentId, others)];
      suggested.set(parentId, { expected, hint });
    }
    const { expected = "expected the id of another", hint } = suggested.get(parentId) ?? {};
    fail(file, `unknown site "${parentId}", ${expected}`, "unknown-site", hint);
  }

  function failDeep(file: RawEntry): undefined {
    const message = `site has more than ${maximumParents} sites above it, expected at most so many`;
    fail(file, message, "extends-too-deep");
  }

  /** `line` are the sites that extend each other down to this one, which is the last. */
  function resolve(line: readonly [RawEntry, ...RawEntry[]]): RawEntry | undefined {
    const file = line.at(-1)!;
    const done = parents.get(file.id);
    if (done || failed.has(file.id)) return done;
    const parentId = file.data["extends"];
    if (typeof parentId !== "string") return mergeSite(file.id, [file.layers[0]]);
    const begin = line.findIndex(({ id }) => id === parentId);
    if (begin >= 0) {
      const circle = line.slice(begin);
      const names = [...circle.map(({ id }) => id), parentId].join(" -> ");
      for (const one of circle)
        fail(one, `site extends itself: ${names}, expected an end`, "extends-cycle");
      return undefined;
    }
    if (!ids.has(parentId)) failUnknown(file, parentId);
    const parentFile = ids.has(parentId) ? fileOf(parentId) : undefined;
    if (!parentFile) return undefined;
    if (line.length > maximumParents) return failDeep(line[0]);
    const parent = resolve([...line, parentFile]);
    if (!parent) return undefined;
    parents.set(parentId, parent);
    if (parent.layers.length > maximumParents) return failDeep(file);
    const draft = mergeSite(file.id, [file.layers[0], ...parent.layers]);
    for (const one of removedInVain(draft, parent)) diagnostics.push(one);
    return draft;
  }

  return (file) => {
    diagnostics = [];
    const draft = resolve([file]);
    return { diagnostics, ...(draft ? { draft } : {}) };
  };
}
