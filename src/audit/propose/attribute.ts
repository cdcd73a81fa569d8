import thirdPartyWeb from "third-party-web/nostats-subset.js";
import { memoizeByText } from "../../memo.ts";
import type { SeenRequest } from "../../observation/requests.ts";
import type { Entry } from "../../registry/entry.ts";
import { type OwnHosts, partyOf, registrableDomain } from "../../vocabulary/party.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { hostOfSetter } from "../providers-of-host.ts";
import type { Catalogue } from "./catalogue.ts";

/** A site of which something undeclared was seen; it need not be in a registry yet. */
export interface AuditedSite extends OwnHosts {
  readonly id: string;
  readonly name: string;
}

/** Who seems to have set a cookie. */
export interface LikelyProvider {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** Why it is thought to be so, a clause. */
  readonly ground: string;
}

/** A text as an id; one that has no Latin letter becomes `provider`. */
export function idOf(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  if (words === "") return "provider";
  return /^[a-z]/.test(words) ? words : `provider-${words}`;
}

/** The host of the script or response that set it, else the one that it belongs to. */
function settingHost({ observations }: UndeclaredCookie): string | undefined {
  const setters = observations.map(({ setter }) => hostOfSetter(setter));
  const hosts = [...setters, ...observations.map(({ host }) => host)];
  return hosts.find((host) => host !== undefined);
}

/** A provider of the registry that seems to have set a cookie, and why. */
const knownAs = ({ id, value }: Entry<Provider>, ground: string): LikelyProvider => ({
  id,
  name: value.name,
  domains: value.domains ?? [],
  ground,
});

function judgeForeign(host: string): LikelyProvider {
  const domain = registrableDomain(host);
  const entity =
    thirdPartyWeb.getEntity(`https://${host}`) ?? thirdPartyWeb.getEntity(`https://www.${domain}`);
  if (!entity) {
    const ground = `nothing is known of ${host} but its name`;
    return { id: idOf(domain), name: domain, domains: [domain], ground };
  }
  const ground = `third-party-web knows ${host} as ${entity.name}`;
  return { id: idOf(entity.name), name: entity.name, domains: [domain], ground };
}

/**
 * Finds who seems to have set a cookie: by the host that set it a provider of the registry, of several the one that
 * declares the cookie; for what the site's own host keeps, the only provider that declares it and of which the visit
 * asked something; else the site itself, an entity of third-party-web, or the domain as such. A name alone, which is
 * nobody's alone, tells nothing.
 */
export function createAttribution(
  { ofHost, named }: Catalogue,
  site: AuditedSite,
  requests: readonly SeenRequest[] = [],
): (cookie: UndeclaredCookie) => LikelyProvider {
  const judgedForeign = memoizeByText(judgeForeign);
  const hosts = new Set(requests.map(({ url }) => new URL(url).hostname));
  const asked = new Map(
    [...hosts].flatMap((host) => ofHost(host).map(({ id }) => [id, host] as const)).toReversed(),
  );

  function findAsked(cookie: UndeclaredCookie): LikelyProvider | undefined {
    const found = named(cookie).filter(({ provider }) => asked.has(provider.id));
    const [first] = found;
    if (
      !first ||
      found.some(({ provider, name }) => provider !== first.provider && name === first.name)
    )
      return undefined;
    const { id } = first.provider;
    return knownAs(
      first.provider,
      `the visit asked ${asked.get(id)}, a host of the provider "${id}"`,
    );
  }

  return (cookie) => {
    const own = (ground: string): LikelyProvider => ({ ...site, domains: [], ground });
    const host = settingHost(cookie);
    const providers = host === undefined ? [] : ofHost(host);
    const declaring = named(cookie).find(({ provider }) => providers.includes(provider));
    const known = declaring?.provider ?? providers[0];
    if (known) return knownAs(known, `${host} is a host of the provider "${known.id}"`);
    if (host !== undefined && partyOf(host, site) === "third") return judgedForeign(host);
    return (
      findAsked(cookie) ??
      own(
        host === undefined
          ? "the evidence does not say who set it"
          : `${host} is a host of the site itself`,
      )
    );
  };
}
