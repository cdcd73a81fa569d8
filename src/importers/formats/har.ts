import { parseAddress } from "../../observation/address.ts";
import { epochOf } from "../../observation/date.ts";
import { mergeObservations } from "../../observation/merge.ts";
import type { Observation } from "../../observation/observation.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import { collect, type EvidenceEntry, setByHeader } from "../collect.ts";
import { listOf, mappingOf, textOf, timeOf } from "../fields.ts";
import { type Exchange, sentInList, setInList, pagesOf } from "./har-cookies.ts";
import type { Importer } from "../importer.ts";
import { reportFile } from "../evidence-rules.ts";
const gaps = [
  "a HAR shows a cookie that a script set only where a request sends it, and no other storage",
];

const sanitized = {
  rule: "sanitized-evidence",
  message: "HAR of Chrome's developer tools without any cookie, expected one with sensitive data",
  hint: 'in DevTools: Settings, Preferences, Network, "Allow to generate HAR with sensitive data"; then "Export HAR (with sensitive data)"',
} as const;

/** Chrome sanitizes what it exports since a version of 2024, and does not say so in the file. */
const firstSanitized = Date.UTC(2024, 0, 1);

const maySanitize = (log: Mapping, entries: readonly Mapping[]): boolean =>
  textOf(mappingOf(log, "creator"), "name") === "WebInspector" &&
  entries.some((entry) => (timeOf(entry, "startedDateTime") ?? firstSanitized) >= firstSanitized);

const headersOf = (message: Mapping, name: string): string[] =>
  listOf(message, "headers")
    .filter((header) => isMapping(header) && textOf(header, "name")?.toLowerCase() === name)
    .map((header) => textOf(header as Mapping, "value") ?? "");

/** Several headers of one name are joined by line breaks; never by commas, which stand in dates. */
const setCookiesOf = (response: Mapping): string[] =>
  headersOf(response, "set-cookie")
    .flatMap((value) => value.split("\n"))
    .filter((header) => header.trim() !== "");

function exchangeOf(entry: Mapping, page: string | undefined): Exchange | undefined {
  const url = textOf(mappingOf(entry, "request"), "url");
  if (url === undefined || !parseAddress(url)) return undefined;
  const [date = ""] = headersOf(mappingOf(entry, "response"), "date");
  return { url, page, time: epochOf(date) ?? timeOf(entry, "startedDateTime") };
}

function readSet(response: Mapping, exchange: Exchange): (EvidenceEntry | undefined)[] {
  const headers = setCookiesOf(response);
  if (headers.length > 0)
    return headers.map((header) => setByHeader(header, exchange, exchange.page));
  return listOf(response, "cookies")
    .filter(isMapping)
    .map((cookie) => setInList(cookie, exchange));
}

function readSent(request: Mapping, exchange: Exchange): Observation[] {
  const listed = listOf(request, "cookies").filter(isMapping);
  const names = headersOf(request, "cookie")
    .flatMap((value) => value.split(";"))
    .map((pair) => ({ name: pair.slice(0, Math.max(pair.indexOf("="), 0)).trim() }));
  return (listed.length > 0 ? listed : names).flatMap(
    (cookie) => sentInList(cookie, exchange) ?? [],
  );
}

/** The host itself and every domain above it. */
const domainsOf = (host: string): string[] =>
  host.split(".").map((_, index, labels) => labels.slice(index).join("."));

/** Those of the sent that no response was seen to set. */
function notSet(sent: readonly Observation[], set: readonly EvidenceEntry[]): Observation[] {
  const keyOf = (name: string, host: string) => `${host} ${name}`;
  const owners = new Set(set.map((one) => ("fault" in one ? "" : keyOf(one.name, one.host ?? ""))));
  return sent.filter(
    ({ name, host = "" }) => !domainsOf(host).some((domain) => owners.has(keyOf(name, domain))),
  );
}

/** HTTP archives, of whichever producer: headers go before the lists of cookies, which many leave empty or bare. */
export const har: Importer = {
  id: "har",
  title: "HAR",
  recognises: ({ json }) => Array.isArray(mappingOf(json, "log")["entries"]),
  read(content) {
    const log = mappingOf(content.json, "log");
    const entries = listOf(log, "entries").filter(isMapping);
    const pageOf = pagesOf(log, entries);
    const set: EvidenceEntry[] = [];
    const sent: Observation[] = [];
    let deleted = 0;
    for (const entry of entries) {
      const exchange = exchangeOf(entry, pageOf(entry));
      if (!exchange) {
        set.push({ fault: "without an address" });
        continue;
      }
      const read = readSet(mappingOf(entry, "response"), exchange);
      const kept = read.filter((one) => one !== undefined);
      deleted += read.length - kept.length;
      set.push(...kept);
      sent.push(...readSent(mappingOf(entry, "request"), exchange));
    }
    if (set.length + sent.length + deleted === 0 && maySanitize(log, entries))
      return { observations: [], diagnostics: [reportFile(content, sanitized)], incomplete: gaps };
    return collect(content, [...set, ...notSet(mergeObservations(sent), set)], gaps);
  },
};
