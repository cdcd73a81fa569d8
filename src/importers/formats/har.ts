import { addressOf, parseAddress } from "../../observation/address.ts";
import { domainsOf } from "../../observation/cookie-owner.ts";
import { epochOf } from "../../observation/date.ts";
import { nameInList, nameOfPair, splitSetCookies } from "../../observation/header-text.ts";
import { mergeObservations } from "../../observation/merge.ts";
import type { Observation } from "../../observation/observation.ts";
import { mergeRequests, type SeenRequest } from "../../observation/requests.ts";
import { isRedacted } from "../../observation/set-cookie.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import { collect, type EvidenceEntry, isFault, setByHeader } from "../collect.ts";
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

function exchangeOf(entry: Mapping, page: string | undefined): Exchange | undefined {
  const url = textOf(mappingOf(entry, "request"), "url");
  if (url === undefined || !parseAddress(url)) return undefined;
  const [date = ""] = headersOf(mappingOf(entry, "response"), "date");
  return { url, page, time: epochOf(date) ?? timeOf(entry, "startedDateTime") };
}

const nameOf = (cookie: Mapping): string => nameInList(textOf(cookie, "name") ?? "");

/**
 * What the headers set, and beyond it what the list of cookies beside them names: of some producers it is whole where
 * the headers are not, of others bare.
 */
function readSet(response: Mapping, exchange: Exchange): (EvidenceEntry | undefined)[] {
  const listed = listOf(response, "cookies").filter(isMapping);
  const names = new Set(listed.map(nameOf));
  const headers = headersOf(response, "set-cookie")
    .flatMap((value) => splitSetCookies(value, names))
    .filter((header) => listed.length === 0 || !isRedacted(header));
  const known = new Set(headers.map((header) => nameOfPair(header.split(";", 1)[0]!)));
  const beside = listed.filter((cookie) => !known.has(nameOf(cookie)));
  return [
    ...headers.map((header) => setByHeader(header, exchange, exchange.page)),
    ...beside.map((cookie) => setInList(cookie, exchange)),
  ];
}

function readSent(request: Mapping, exchange: Exchange): Observation[] {
  const listed = listOf(request, "cookies").filter(isMapping);
  const names = new Set(listed.map(nameOf));
  const beside = headersOf(request, "cookie")
    .flatMap((value) => (isRedacted(value) ? [] : value.split(";")))
    .filter((pair) => /[^\s=]/.test(pair))
    .map((pair) => ({ name: nameOfPair(pair) }))
    .filter(({ name }) => !names.has(name));
  return [...listed, ...beside].flatMap((cookie) => sentInList(cookie, exchange) ?? []);
}

/** Those of the sent that no response was seen to set. */
function notSet(sent: readonly Observation[], set: readonly EvidenceEntry[]): Observation[] {
  const keyOf = (name: string, host: string) => `${host} ${name}`;
  const owners = new Set(set.map((one) => (isFault(one) ? "" : keyOf(one.name, one.host ?? ""))));
  return sent.filter(
    ({ name, host = "" }) => !domainsOf(host).some((domain) => owners.has(keyOf(name, domain))),
  );
}

function requestOf(entry: Mapping, { url }: Exchange): SeenRequest[] {
  const address = addressOf(url);
  const { status } = mappingOf(entry, "response");
  const failed = typeof status === "number" && (status < 200 || status >= 400);
  return address === undefined ? [] : [{ url: address, failed }];
}

/** HTTP archives, of whichever producer. */
export const har: Importer = {
  id: "har",
  title: "HAR",
  recognises: ({ json }) => Array.isArray(mappingOf(json, "log")["entries"]),
  read(content) {
    const log = mappingOf(content.json, "log");
    const entries = listOf(log, "entries").filter(isMapping);
    const pageOf = pagesOf(log, entries);
    const exchanges = entries.map((entry) => exchangeOf(entry, pageOf(entry)));
    const asked = entries.flatMap((entry, index) => {
      const exchange = exchanges[index];
      return exchange ? [{ entry, exchange }] : [];
    });
    const set = asked.flatMap(({ entry, exchange }) =>
      readSet(mappingOf(entry, "response"), exchange),
    );
    const sent = asked.flatMap(({ entry, exchange }) =>
      readSent(mappingOf(entry, "request"), exchange),
    );
    const homeless = exchanges
      .filter((exchange) => !exchange)
      .map(() => ({ fault: "without an address" }));
    const headless = asked
      .filter(({ entry }) => !Array.isArray(mappingOf(entry, "response")["headers"] ?? []))
      .map(() => ({ fault: "whose headers are no list" }));
    const requests = mergeRequests(
      asked.flatMap(({ entry, exchange }) => requestOf(entry, exchange)),
    );
    if (set.length + sent.length + homeless.length === 0 && maySanitize(log, entries))
      return {
        observations: [],
        requests,
        diagnostics: [reportFile(content, sanitized)],
        incomplete: gaps,
      };
    const kept = set.filter((one) => one !== undefined);
    const all = [...kept, ...homeless, ...headless, ...notSet(mergeObservations(sent), kept)];
    return { ...collect(content, all, gaps), requests };
  },
};
