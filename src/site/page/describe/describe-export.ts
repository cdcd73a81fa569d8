import type { ExportSource } from "../../../exporters/exporter.ts";
import type { BaseRegistry } from "../../../registry/registry.ts";
import type { Site } from "../../../registry/schema/site.ts";
import type { LegalPlace } from "../../../registry/site-law.ts";
import { registrableDomain } from "../../../vocabulary/party.ts";
import { memberStates } from "../../../vocabulary/countries.ts";
import { describeLanguage } from "../format.ts";
import type { PageLanguage } from "../language.ts";
import { policyUrlOf } from "../language-links.ts";
import type { PlacedSite } from "../place-preferences.ts";
import type { ResolvedSite } from "../resolve-site.ts";
import { describeFacts } from "./describe-facts.ts";

/** The host of a site and those above it, down to the one that somebody owns. */
function hostsAbove(host: string): string[] {
  const owned = registrableDomain(host);
  const hosts = [host];
  for (let at = host; at !== owned; hosts.push(at)) at = at.slice(at.indexOf(".") + 1);
  return hosts;
}

const hostsOf = ({ url, domains = [] }: PlacedSite): readonly string[] => [
  ...new Set([...hostsAbove(new URL(url).hostname), ...domains.map(registrableDomain)]),
];

/** The Union is its member states, and a part of a country has its own code. */
const regionsOf = ({ id, law: { countries } }: LegalPlace): readonly string[] =>
  countries ?? (id === "EU" ? memberStates : id.includes("-") ? [id] : []);

/** The statement of a site on Global Privacy Control. */
export const signalOf = ({ gpc, updated }: Pick<Site, "gpc" | "updated">): ExportSource["gpc"] =>
  gpc ? { lastUpdate: gpc.since ?? updated ?? null } : null;

/** What a site says of itself to exporters, in these languages, its default first. */
export function describeExport(
  resolved: ResolvedSite,
  languages: readonly PageLanguage[],
  registry: BaseRegistry,
): ExportSource {
  const { site, law } = resolved;
  return {
    facts: describeFacts(resolved, languages, registry),
    hosts: hostsOf(site),
    regions: Object.fromEntries(law.places.map((place) => [place.id, regionsOf(place)])),
    rightToLeft: languages.flatMap(({ tag }) =>
      describeLanguage(tag).direction === "rtl" ? [tag] : [],
    ),
    gpc: signalOf(site),
    disclosed: Object.fromEntries(
      resolved.providers.flatMap(({ provider: { id, value }, cookies }) =>
        value.disclosed
          ? [
              [
                id,
                {
                  vendor: value.disclosed,
                  cookies: cookies.map(({ cookie }) => cookie.disclosed ?? []),
                },
              ] as const,
            ]
          : [],
      ),
    ),
    links: Object.fromEntries(
      languages.map(({ tag, addressIn }) => [
        tag,
        { policy: policyUrlOf(site, tag), privacy: addressIn(site.privacyPolicy) },
      ]),
    ),
  };
}
