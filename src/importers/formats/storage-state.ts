import { isMapping } from "../../source/mapping.ts";
import { collect, type EvidenceEntry, storedAt } from "../collect.ts";
import { listOf, textOf } from "../fields.ts";
import type { Importer } from "../importer.ts";
import { readJarCookie } from "../browser-cookie.ts";
const namesIn = (items: readonly unknown[]): unknown[] =>
  items.map((item) => (isMapping(item) ? textOf(item, "name") : undefined));

function readOrigin(origin: unknown): EvidenceEntry[] {
  if (!isMapping(origin)) return [{ fault: "that is no origin" }];
  const url = textOf(origin, "origin");
  return [
    ...namesIn(listOf(origin, "localStorage")).map((key) => storedAt("local-storage", url, key)),
    ...namesIn(listOf(origin, "indexedDB")).map((key) => storedAt("indexed-db", url, key)),
  ];
}

const gaps = [
  "a storage state shows no session storage, no cache storage and nothing that was gone when it was saved",
];
const unaskedDatabases =
  "a storage state shows IndexedDB only where it is saved with indexedDB: true";

/** What Playwright's `storageState` writes. */
export const storageState: Importer = {
  id: "storage-state",
  title: "Playwright storageState",
  recognises: ({ json }) =>
    isMapping(json) && Array.isArray(json["cookies"]) && Array.isArray(json["origins"]),
  read(content) {
    const origins = listOf(content.json, "origins");
    const cookies = listOf(content.json, "cookies").map((item) =>
      readJarCookie(item, content.capturedAt),
    );
    const knowsDatabases = origins.some((origin) => listOf(origin, "indexedDB").length > 0);
    const incomplete = knowsDatabases ? gaps : [...gaps, unaskedDatabases];
    return collect(content, [...cookies, ...origins.flatMap(readOrigin)], incomplete);
  },
};
