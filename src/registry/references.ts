import { type Diagnostic, createDiagnostic } from "../diagnostic.ts";
import { type RawEntry } from "./entry.ts";
import { incompleteCookies, repeatedCookies } from "./providers/providers.ts";
import { meantId, meantJurisdiction } from "../vocabulary/synonyms.ts";
import { createSuggest, mean } from "../source/suggestions.ts";
import type { LoaderRule } from "../vocabulary/loader-rules.ts";
import { isId, isJurisdictionId } from "../vocabulary/id.ts";
import { isMapping } from "../source/mapping.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";

/** The kinds of things that others refer to by id. */
type Kind =
  "provider" | "function" | "purpose" | "location" | "condition" | "safeguard" | "jurisdiction";

/** Ids that exist. To ask for one is cheap; to go through them may read files. */
export interface Ids extends Iterable<string> {
  readonly has: (id: string) => boolean;
}

/** The ids that exist, by kind; `undefined` where a file that defines them cannot be read: then any may. */
export type Known = Readonly<Record<Kind, Ids | undefined>>;

const unknownRules: Readonly<Record<Kind, LoaderRule>> = {
  provider: "unknown-provider",
  function: "unknown-function",
  purpose: "unknown-purpose",
  location: "unknown-location",
  condition: "unknown-condition",
  safeguard: "unknown-safeguard",
  jurisdiction: "unknown-jurisdiction",
};

type Pattern = readonly string[];
type Reference = readonly [Pattern, Kind];

const ofCookie = (under: Pattern): readonly Reference[] => [
  [[...under, "function"], "function"],
  [[...under, "purposes", "*"], "purpose"],
  [[...under, "locations", "*"], "location"],
  [[...under, "condition"], "condition"],
  [[...under, "recipients", "*"], "provider"],
];

const inProvider: readonly Reference[] = [
  [["recipients", "*"], "provider"],
  [["purposes", "*"], "purpose"],
  [["transfers", "*", "safeguard"], "safeguard"],
  ...ofCookie(["cookies", "*"]),
];

const inSite: readonly Reference[] = [
  [["providers", "*"], "provider"],
  [["providers", "*", "id"], "provider"],
  [["jurisdictions", "*"], "jurisdiction"],
  [["authority", "jurisdiction"], "jurisdiction"],
  ...ofCookie(["providers", "*", "override", "*"]),
];

/** Mappings whose keys, or those of them in capitals, are jurisdictions. */
const byJurisdiction = {
  provider: ["entities"],
  site: ["representative", "personInCharge", "consent"],
} as const;

interface Found {
  readonly path: Path;
  readonly text: string;
}

/** The texts at a path in which `*` stands for every item or key; whatever has another shape is passed over. */
function textsAt(value: unknown, pattern: Pattern, path: Path = []): Found[] {
  const [segment, ...rest] = pattern;
  if (segment === undefined) return typeof value === "string" ? [{ path, text: value }] : [];
  if (Array.isArray(value))
    return segment === "*"
      ? value.flatMap((item, index) => textsAt(item, rest, [...path, index]))
      : [];
  if (!isMapping(value)) return [];
  const keys =
    segment === "*" ? Object.keys(value) : Object.hasOwn(value, segment) ? [segment] : [];
  return keys.flatMap((key) => textsAt(value[key], rest, [...path, key]));
}

/** Whether a text at such a path passes the test; makes no paths, since nearly always none does. */
function hasText(
  value: unknown,
  pattern: Pattern,
  depth: number,
  test: (text: string) => boolean,
): boolean {
  const segment = pattern[depth];
  if (segment === undefined) return typeof value === "string" && test(value);
  const into = (inner: unknown) => hasText(inner, pattern, depth + 1, test);
  if (Array.isArray(value)) return segment === "*" && value.some(into);
  if (!isMapping(value)) return false;
  if (segment === "*") return Object.values(value).some(into);
  return Object.hasOwn(value, segment) && into(value[segment]);
}

function unknownIds(draft: RawEntry, references: readonly Reference[], known: Known): Diagnostic[] {
  return references.flatMap(([pattern, kind]) => {
    const existing = known[kind];
    // What is no id is a name among recipients; elsewhere the schema refuses it.
    const isUnknown = (text: string) =>
      (kind === "jurisdiction" ? isJurisdictionId(text) : isId(text)) && !existing?.has(text);
    if (!existing || !hasText(draft.data, pattern, 0, isUnknown)) return [];
    const suggest = createSuggest([...existing]);
    return textsAt(draft.data, pattern).flatMap(({ path, text }) => {
      if (!isUnknown(text)) return [];
      const other =
        kind === "jurisdiction" ? meantJurisdiction(text) : meantId(text, [...existing]);
      const { expected, hint: spelt } = suggest(text);
      // A part of a country is like no other that is spelt alike.
      const meant = kind === "jurisdiction" && text.includes("-") ? undefined : spelt;
      const message = `unknown ${kind} "${text}", ${expected}`;
      const hint = pattern.includes("recipients")
        ? "write a name with a capital if it is not an id"
        : other === undefined
          ? meant
          : mean(other);
      return [createDiagnostic(draft.place(path), { rule: unknownRules[kind], message, hint })];
    });
  });
}

/** Keys that stand for a jurisdiction and are none. */
function unknownPlaces(draft: RawEntry, keys: readonly string[], { jurisdiction }: Known) {
  return keys.flatMap((key) => {
    const mapping = draft.data[key];
    const given = isMapping(mapping) ? Object.keys(mapping) : [];
    return given.flatMap((id) => {
      if (!jurisdiction || !isJurisdictionId(id) || jurisdiction.has(id)) return [];
      const { expected } = createSuggest([...jurisdiction])(id);
      const other = meantJurisdiction(id);
      return [
        createDiagnostic(draft.place([key, id], "key"), {
          rule: unknownRules.jurisdiction,
          message: `unknown jurisdiction "${id}", ${expected}`,
          hint: other && mean(other),
        }),
      ];
    });
  });
}

/** What is wrong within a provider beyond its shape: unknown ids, cookies declared twice or without a category. */
export const checkProvider = (draft: RawEntry, known: Known): Diagnostic[] => [
  ...unknownIds(draft, inProvider, known),
  ...unknownPlaces(draft, byJurisdiction.provider, known),
  ...repeatedCookies(draft),
  ...incompleteCookies(draft),
];

function unknownCookies(
  draft: RawEntry,
  namesOf: (provider: string) => readonly string[],
): Diagnostic[] {
  const picks = draft.data["providers"];
  return (Array.isArray(picks) ? picks : []).flatMap((pick: unknown, index) => {
    if (!isMapping(pick) || typeof pick["id"] !== "string") return [];
    const { id: provider, only, override } = pick;
    const names = namesOf(provider);
    const known = new Set(names);
    const suggest = createSuggest(names);
    const check = (name: unknown, path: Path, part: KeyOrValue) => {
      if (typeof name !== "string" || known.has(name)) return [];
      const { expected, hint } = suggest(name);
      const message = `unknown cookie "${name}" of provider "${provider}", ${expected}`;
      const place = draft.place(["providers", index, ...path], part);
      return [createDiagnostic(place, { rule: "unknown-cookie", message, hint })];
    };
    return [
      ...(Array.isArray(only) ? only : []).flatMap((name: unknown, at) =>
        check(name, ["only", at], "value"),
      ),
      ...(isMapping(override) ? Object.keys(override) : []).flatMap((name) =>
        check(name, ["override", name], "key"),
      ),
    ];
  });
}

/** What a site may ask of the providers that it names, as their files say, valid or not. */
export interface NamedProviders {
  readonly namesOf: (provider: string) => readonly string[];
  readonly featuresOf: (provider: string) => readonly string[];
  readonly isAbstract: (provider: string) => boolean;
}

function misusedProviders(
  draft: RawEntry,
  { featuresOf, isAbstract }: NamedProviders,
): Diagnostic[] {
  const named = [
    ...textsAt(draft.data, ["providers", "*"]),
    ...textsAt(draft.data, ["providers", "*", "id"]),
  ];
  return named.flatMap(({ path, text: id }) => {
    const message = `provider "${id}" is only a parent of others, expected one that is not abstract`;
    if (isAbstract(id))
      return [createDiagnostic(draft.place(path), { rule: "abstract-provider", message })];
    const [key, index] = path as [string, number];
    const features = textsAt(draft.data, [key, "*", "features", "*"]);
    return features.flatMap(({ path: at, text }) => {
      const known = at[1] === index ? featuresOf(id) : [text];
      if (known.includes(text)) return [];
      const { expected, hint } = createSuggest(known)(text);
      const unknown = `unknown feature "${text}" of provider "${id}", ${expected}`;
      const problem = { rule: "unknown-feature", message: unknown, hint } as const;
      return [createDiagnostic(draft.place(at), problem)];
    });
  });
}

/** What is wrong within a site beyond its shape: unknown providers, cookies, features and vocabulary. */
export const checkSite = (
  draft: RawEntry,
  known: Known,
  providers: NamedProviders,
): Diagnostic[] => [
  ...unknownIds(draft, inSite, known),
  ...unknownPlaces(draft, byJurisdiction.site, known),
  ...unknownCookies(draft, providers.namesOf),
  ...misusedProviders(draft, providers),
];
