import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { merge } from "../../source/layers.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import { expectedOneOf } from "../../source/suggestions.ts";
import type { Source } from "../../source/yaml-file.ts";
import type { RawEntry } from "../entry.ts";
import { asciiHost } from "../../vocabulary/host.ts";
import { storageOf } from "../../vocabulary/vocabulary.ts";

/** A cookie of several layers: what they say together, and where each says it, the one that wins first. */
interface MergedCookie {
  readonly value: unknown;
  readonly parts: readonly { readonly source: Source; readonly index: number }[];
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What tells one cookie of a provider from another; `undefined` for what is none. */
export function keyOfCookie(cookie: unknown): string | undefined {
  if (!isMapping(cookie) || typeof cookie["name"] !== "string") return undefined;
  const { name, domain = "" } = cookie;
  const host = typeof domain === "string" ? asciiHost(domain) : domain;
  return JSON.stringify([name, storageOf(cookie), host]);
}

const nameOf = ({ value }: MergedCookie) => (isMapping(value) ? value["name"] : undefined);

function addLayer(below: readonly MergedCookie[], source: Source): MergedCookie[] {
  const removed = new Set(items(source.value["remove"]));
  const merged = below.filter((cookie) => !removed.has(nameOf(cookie)));
  for (const [index, cookie] of items(source.value["cookies"]).entries()) {
    const key = keyOfCookie(cookie);
    const at = merged.findIndex(
      ({ value, parts }) =>
        key !== undefined && keyOfCookie(value) === key && !parts.some((p) => p.source === source),
    );
    const part = { source, index };
    if (at < 0) merged.push({ value: cookie, parts: [part] });
    else {
      const { value, parts } = merged[at]!;
      merged[at] = { value: merge(cookie, value), parts: [part, ...parts] };
    }
  }
  return merged;
}

const hasKey = (value: unknown, key: string | number) =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key);

/**
 * A provider whose cookies are those of all its layers: a project's file changes the package's cookies by name, storage
 * and domain, adds others behind them, and drops those named in `remove`.
 */
export function mergeCookies(draft: RawEntry): { draft: RawEntry; diagnostics: Diagnostic[] } {
  const speaking = draft.layers.filter(({ value }) => "cookies" in value || "remove" in value);
  if (speaking.length < 2) return { draft, diagnostics: [] };
  const cookies = speaking.toReversed().reduce(addLayer, [] as MergedCookie[]);
  const data: Mapping = { ...draft.data, cookies: cookies.map(({ value }) => value) };
  const merged: RawEntry = {
    ...draft,
    data,
    place(path, part) {
      const [key, index, inner, ...rest] = path;
      const cookie = key === "cookies" && typeof index === "number" ? cookies[index] : undefined;
      if (!cookie) return draft.place(path, part);
      const holder =
        cookie.parts.find(
          ({ source, index: at }) =>
            inner !== undefined && hasKey(items(source.value["cookies"])[at], inner),
        ) ?? cookie.parts[0]!;
      const below = inner === undefined ? [] : [inner, ...rest];
      return holder.source.place(["cookies", holder.index, ...below], part);
    },
  };
  return { draft: merged, diagnostics: removedInVain(draft, speaking) };
}

function removedInVain(draft: RawEntry, [top, ...below]: readonly Source[]): Diagnostic[] {
  const known = below.flatMap(({ value }) =>
    items(value["cookies"]).flatMap((cookie) =>
      isMapping(cookie) && typeof cookie["name"] === "string" ? [cookie["name"]] : [],
    ),
  );
  return items(top?.value["remove"]).flatMap((name, index) => {
    if (typeof name !== "string" || known.includes(name)) return [];
    const message = `cookie "${name}" to remove is not declared below, ${expectedOneOf(name, known)}`;
    return [createDiagnostic(draft.place(["remove", index]), { rule: "unknown-cookie", message })];
  });
}
