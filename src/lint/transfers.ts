import type { Registry } from "../registry/registry.ts";
import type { Jurisdiction } from "../registry/schema/jurisdiction.ts";
import type { Provider } from "../registry/schema/provider.ts";
import { ask } from "./questions.ts";
import type { areas } from "../vocabulary/law.ts";

type Area = (typeof areas)[number];

const names: Readonly<Record<Area, string>> = {
  eea: "the European Economic Area",
  uk: "the United Kingdom",
  switzerland: "Switzerland",
  quebec: "Québec",
  abroad: "the country of the visitors",
  none: "the country of the visitors",
};

/** What a transfer leaves, as a message says it. */
export const areaOf = ({ transfers }: Jurisdiction): string => names[transfers?.area ?? "none"];

export const isOutside = (country: string, { transfers, countries = [] }: Jurisdiction): boolean =>
  ![...(transfers?.inside ?? []), ...countries].includes(country);

/** Whether a decision says of the whole country that it protects data adequately. */
export const isAdequate = (country: string, { adequate = [] }: Jurisdiction): boolean =>
  adequate.some(({ countries, scope }) => !scope && countries.includes(country));

/** Where the countries of transfers have to be told, or a transfer out of a part of a country counts as one. */
export const transfersTold = ask(
  "duties.countries, or transfers.area quebec",
  ({ duties, transfers }) =>
    duties?.countries ?? (transfers?.area === "quebec" ? transfers.source : undefined),
);

/** Where the law lists what may protect a transfer. */
export const safeguardsListed = ask(
  "safeguards, with binding-corporate-rules among them",
  ({ safeguards = {}, transfers }) =>
    safeguards["binding-corporate-rules"] ? transfers?.source : undefined,
);

/** The country of a provider as the sites of a place meet it. */
export function countryAt(
  { country, entities = {} }: Provider,
  line: readonly string[],
): string | undefined {
  const id = line.find((one) => Object.hasOwn(entities, one));
  return (id === undefined ? undefined : entities[id]!.country) ?? country;
}

/** Recipients of a provider and its cookies that the registry knows, with their countries. */
export const knownRecipients = (
  { recipients = [], cookies }: Provider,
  { providers }: Registry,
): { readonly id: string; readonly country: string }[] =>
  [...new Set([...recipients, ...cookies.flatMap((cookie) => cookie.recipients ?? [])])].flatMap(
    (id) => {
      const country = providers.get(id)?.value.country;
      return country === undefined ? [] : [{ id, country }];
    },
  );
