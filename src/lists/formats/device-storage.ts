import { basename } from "node:path";
import { checkDisclosure, checkVendorDisclosure } from "../../registry/providers/disclosure.ts";
import { registrableDomain } from "../../vocabulary/party.ts";
import type { ListContent, ListFormat } from "../format.ts";
import { settersIn } from "../hosts.ts";
import type { ListedVendor, ListFault, ListRow } from "../list.ts";
import { itemsOf, type Literal, under, valueOf } from "../literal/literal.ts";
import { saying, toldBy, toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";

const sizes = [
  [86_400, "days"],
  [3600, "hours"],
  [60, "minutes"],
  [1, "seconds"],
] as const;

/** Registries count up to this. */
const maximumCount = 9999;

/** Seconds in the largest unit in which they are whole, else in days or years that are no shorter. */
function writeSeconds(text: string): string {
  const seconds = Number(text);
  const exact = sizes.find(
    ([size]) => seconds % size === 0 && seconds / size <= maximumCount && seconds > 0,
  );
  if (exact) return `${seconds / exact[0]} ${exact[1]}`;
  const days = Math.ceil(seconds / 86_400);
  return days <= maximumCount ? `up to ${days} days` : `up to ${Math.ceil(days / 365)} years`;
}

/** 0 is the session; what is no cookie has no length. */
function durationOf(item: Literal): ListText | undefined {
  const age = toldUnder(item, "maxAgeSeconds");
  return age && { ...age, text: age.text === "0" ? "session" : writeSeconds(age.text) };
}

/** A list of disclosures, or for each address at which one stands. */
function disclosuresOf(json: Literal | undefined): readonly Literal[] {
  const found = under(json, "disclosures");
  if (found?.kind !== "mapping") return itemsOf(found);
  return [...found.entries.values()].flatMap((one) => itemsOf(under(one, "disclosures")));
}

/** A star alone stands for every site that uses the vendor. */
function hostOf(item: Literal): ListText | undefined {
  const domains = itemsOf(under(item, "domains")).flatMap((domain) => toldBy(domain) ?? []);
  const told =
    domains.length > 0 ? domains : [toldUnder(item, "domain")].flatMap((one) => one ?? []);
  const own = told.filter(({ text }) => text !== "*");
  const [first] = told;
  return first && { ...first, text: own.map(({ text }) => text).join("\n") || "*" };
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A literal as a value, without keys that say nothing; registries have no empty ones. */
function factsOf(literal: Literal): unknown {
  const value = valueOf(literal);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

const notAsSpecified = (at: ListText, misfit: string): ListFault => ({
  at,
  rule: "unusable-disclosure",
  severity: "warning",
  message: `${JSON.stringify(misfit)} is not as disclosures have it, expected what their specification says`,
});

/** The vendor whose file it is: named after its first domain, else after the file. */
function readVendor(
  { file, json }: ListContent,
  apps: readonly Literal[],
  faults: ListFault[],
): ListedVendor | undefined {
  const told = under(json, "domains");
  if (!told || under(json, "disclosures")?.kind !== "list") return undefined;
  const sdks = under(json, "sdks");
  const read = checkVendorDisclosure({
    domains: itemsOf(told).map(factsOf),
    ...(sdks ? { sdks: itemsOf(sdks).map(factsOf) } : {}),
    ...(apps.length > 0 ? { apps: apps.map((app) => without(factsOf(app), "type")) } : {}),
  });
  if (read.misfit !== undefined) faults.push(notAsSpecified(saying(told, ""), read.misfit));
  const [host] = [
    ...itemsOf(told).map((one) => toldUnder(one, "domain")),
    ...disclosuresOf(json).map(hostOf),
  ].flatMap((one) => settersIn(one?.text ?? "").hosts);
  return {
    host: host === undefined ? undefined : registrableDomain(host),
    name: basename(file).replace(/\.\w+$/, ""),
    disclosed: read.value,
  };
}

const without = (facts: unknown, ...keys: readonly string[]): unknown =>
  isMapping(facts)
    ? Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.includes(key)))
    : facts;

/** What it is for, as a remark: in words, or by the numbers of the framework. */
function purposeOf(item: Literal): ListText | undefined {
  const numbers = itemsOf(under(item, "purposes")).flatMap((one) => toldBy(one)?.text ?? []);
  const told = [
    toldUnder(item, "description")?.text ?? "",
    numbers.length > 0 ? `purposes ${numbers.join(", ")} of the framework` : "",
    toldUnder(item, "optOut")?.text === "true" ? "records an objection" : "",
  ].filter((text) => text !== "");
  return told.length > 0 ? saying(item, told.join("; ")) : undefined;
}

const notOfSites = (names: ListText): ListFault => ({
  at: names,
  rule: "unusable-name",
  severity: "warning",
  message: `${JSON.stringify(names.text)} is kept by an app, expected what a site stores`,
});

/** A vendor may disclose that it keeps nothing. */
const nothingKept = (disclosures: Literal): ListFault => ({
  at: saying(disclosures, ""),
  rule: "no-cookie-table",
  message:
    "no disclosure, expected one at least: a vendor that keeps nothing has nothing to import",
});

const kinds: Readonly<Record<string, string>> = { cookie: "cookie", web: "local storage" };

/** The disclosures of a vendor in the IAB's Transparency and Consent Framework: of a vendor and not of a site. */
export const deviceStorage: ListFormat = {
  id: "iab-device-storage",
  title: "IAB device storage disclosures (JSON)",
  recognises: ({ json }) =>
    disclosuresOf(json).some((item) => under(item, "identifier") !== undefined) ||
    (under(json, "disclosures")?.kind === "list" && under(json, "domains") !== undefined),
  read(content) {
    const items = disclosuresOf(content.json);
    const isOfApp = (item: Literal) => toldUnder(item, "type")?.text === "app";
    const told = under(content.json, "disclosures");
    const faults: ListFault[] = told && items.length === 0 ? [nothingKept(told)] : [];
    const vendor = readVendor(content, items.filter(isOfApp), faults);
    const rows = items.flatMap((item): ListRow[] => {
      const names = toldUnder(item, "identifier");
      const type = toldUnder(item, "type");
      if (!names) return [];
      if (isOfApp(item)) {
        if (!vendor?.disclosed) faults.push(notOfSites(names));
        return [];
      }
      const host = hostOf(item);
      const isOfSite = host?.text === "*";
      const read = checkDisclosure(without(factsOf(item), "type", "identifier"));
      if (vendor?.disclosed && read.misfit !== undefined)
        faults.push(notAsSpecified(names, read.misfit));
      const disclosed = vendor?.disclosed ? read.value : undefined;
      return [
        {
          names,
          isExact: true,
          duration: durationOf(item),
          isRenewed: toldUnder(item, "cookieRefresh")?.text === "true",
          purpose: disclosed ? undefined : purposeOf(item),
          storage: type && saying(item, kinds[type.text] ?? type.text),
          vendor,
          disclosed,
          host: isOfSite ? undefined : host,
          party: isOfSite ? { ...names, text: "first party" } : undefined,
          headings: [],
        },
      ];
    });
    return { rows, faults };
  },
};
