import { registrableDomain } from "../../vocabulary/party.ts";
import type { ListFormat } from "../format.ts";
import { settersIn } from "../hosts.ts";
import type { ListFault, ListRow } from "../list.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { saying, toldBy, toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";

const sizes = [
  [86_400, "days"],
  [3600, "hours"],
  [60, "minutes"],
] as const;

/** Seconds in the largest unit in which they are whole. */
function writeSeconds(text: string): string {
  const [size, unit] = sizes.find(([one]) => Number(text) % one === 0) ?? [1, "seconds"];
  return `${Number(text) / size} ${unit}`;
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
  const [first] = told;
  return first && { ...first, text: told.map(({ text }) => text).join("\n") };
}

/** The one domain that a vendor says to have. */
function vendorOf(json: Literal | undefined): string | undefined {
  const told = itemsOf(under(json, "domains")).flatMap(
    (one) => toldUnder(one, "domain")?.text ?? [],
  );
  const domains = told.flatMap((text) => settersIn(text).hosts.map(registrableDomain));
  const [first, ...others] = new Set(domains);
  return others.length === 0 ? first : undefined;
}

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

const kinds: Readonly<Record<string, string>> = { cookie: "cookie", web: "local storage" };

/** The disclosures of a vendor in the IAB's Transparency and Consent Framework: of a vendor and not of a site. */
export const deviceStorage: ListFormat = {
  id: "iab-device-storage",
  title: "IAB device storage disclosures (JSON)",
  recognises: ({ json }) =>
    disclosuresOf(json).some((item) => under(item, "identifier") !== undefined) ||
    (under(json, "disclosures")?.kind === "list" && under(json, "domains") !== undefined),
  read({ json }) {
    const vendor = vendorOf(json);
    const faults: ListFault[] = [];
    const rows = disclosuresOf(json).flatMap((item): ListRow[] => {
      const names = toldUnder(item, "identifier");
      const type = toldUnder(item, "type");
      if (!names) return [];
      if (type?.text === "app") {
        faults.push(notOfSites(names));
        return [];
      }
      const host = hostOf(item);
      const isOfSite = host?.text === "*";
      return [
        {
          names,
          duration: durationOf(item),
          isRenewed: toldUnder(item, "cookieRefresh")?.text === "true",
          purpose: purposeOf(item),
          storage: type && saying(item, kinds[type.text] ?? type.text),
          vendor,
          host: isOfSite ? undefined : host,
          party: isOfSite ? { ...names, text: "first party" } : undefined,
          headings: [],
        },
      ];
    });
    return { rows, faults };
  },
};
