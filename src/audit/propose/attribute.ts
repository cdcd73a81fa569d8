import thirdPartyWeb from "third-party-web/nostats-subset.js";
import { memoizeByText } from "../../memo.ts";
import type { Entry } from "../../registry/entry.ts";
import { endsOf } from "../../vocabulary/name-pattern.ts";
import { idOf } from "../../vocabulary/id.ts";
import { type OwnHosts, partyOf, registrableDomain } from "../../vocabulary/party.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { hostOfSetter } from "../providers-of-host.ts";
import type { AskedHosts } from "./asked-hosts.ts";
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
  /** The provider that is the parent of all known ones of the host. */
  readonly house?: string;
  /** Why it is thought to be so, a clause. */
  readonly ground: string;
}

/** A provider of the registry that seems to have set a cookie, and why. */
const knownAs = ({ id, value }: Entry<Provider>, ground: string): LikelyProvider => ({
  id,
  name: value.name,
  domains: value.domains ?? [],
  ground,
});

const findEntity = (host: string) =>
  thirdPartyWeb.getEntity(`https://${host}`) ??
  thirdPartyWeb.getEntity(`https://www.${registrableDomain(host)}`);

/** Whether a host hands out what others wrote, so that a script of it may be anybody's. */
const deliversOthers = (host: string): boolean =>
  findEntity(host)?.categories.some((one) => one === "cdn" || one === "tag-manager") === true;

function judgeForeign(host: string): LikelyProvider {
  const domain = registrableDomain(host);
  const entity = findEntity(host);
  if (!entity) {
    const ground = `nothing is known of ${host} but its name`;
    return { id: idOf(domain), name: domain, domains: [domain], ground };
  }
  const ground = `third-party-web knows ${host} as ${entity.name}`;
  return { id: idOf(entity.name), name: entity.name, domains: [domain], ground };
}

/** Whether a host is that of one product of a house, rather than one on which others of the house may be, too. */
function isOfProduct(host: string, { value }: Entry<Provider>): boolean {
  const entity = findEntity(host);
  return entity === undefined || value.name.includes(entity.name);
}

/** The parent that all have in common; `undefined` where there is none. */
function houseOf(providers: readonly Entry<Provider>[]): string | undefined {
  const parents = providers.map(({ layers }) =>
    layers.map(({ value }) => value["extends"]).find((one) => one !== undefined),
  );
  const [first] = parents;
  return typeof first === "string" && parents.every((one) => one === first) ? first : undefined;
}

/** Whether the star of a pattern, which is meant for an id, stands for words in a name. */
export function isWordForStar(pattern: string, name: string): boolean {
  const ends = endsOf(pattern);
  if (!ends) return false;
  const rest = name.slice(ends.prefix.length, name.length - ends.suffix.length);
  return /^[a-z]+(?:[._-][a-z]+)*$/.test(rest);
}

/** Whether a name is a short word that anybody would choose. */
const isCommonWord = (name: string): boolean => /^[a-z]{1,5}$/i.test(name);

/**
 * Finds who seems to have set a cookie: by the host that set it the provider of the registry that declares it; for what
 * the site's own host keeps, and no other's script was seen to set, the only provider that declares it and of which the
 * visit asked something; else the only provider of the host, an entity of third-party-web, the domain as such, or the
 * site itself. A name alone, which is nobody's alone, tells nothing.
 */
export function createAttribution(
  { ofHost, named }: Catalogue,
  site: AuditedSite,
  asked: AskedHosts,
): (cookie: UndeclaredCookie) => LikelyProvider {
  const judged = memoizeByText(judgeForeign);
  const delivers = memoizeByText(deliversOthers);
  const isOwn = (host: string) => partyOf(host, site) === "first";

  function findAsked(cookie: UndeclaredCookie): LikelyProvider | undefined {
    const [first, ...others] = named(cookie).filter(({ provider }) => asked.of(provider.id));
    if (!first || isCommonWord(cookie.name) || isWordForStar(first.name, cookie.name))
      return undefined;
    const { id, value } = first.provider;
    const isRivalled = others.some(
      ({ provider, name }) =>
        provider !== first.provider &&
        name === first.name &&
        (provider.value.until === undefined) === (value.until === undefined),
    );
    const ground = `the visit asked ${asked.of(id)}, a host of the provider "${id}"`;
    return isRivalled ? undefined : knownAs(first.provider, ground);
  }

  return (cookie) => {
    const { observations, party } = cookie;
    const setter = observations.map((one) => hostOfSetter(one.setter)).find(Boolean);
    const host = setter ?? observations.find((one) => one.host !== undefined)?.host;
    const providers = host === undefined ? [] : ofHost(host);
    const declaring = named(cookie).find(({ provider }) => providers.includes(provider));
    const ofHostOf = (id: string) => `${host} is a host of the provider "${id}"`;
    if (declaring) return knownAs(declaring.provider, ofHostOf(declaring.provider.id));

    const isByAnyScript = host === undefined || isOwn(host) || delivers(host);
    const isByServer = observations.some(
      (one) => one.setter?.kind === "response" && isOwn(hostOfSetter(one.setter) ?? ""),
    );
    const found = party === "first" && isByAnyScript && !isByServer ? findAsked(cookie) : undefined;
    if (found) return found;

    const itself = (ground: string): LikelyProvider => ({ ...site, domains: [], ground });
    if (host === undefined) return itself("the evidence does not say who set it");
    if (party === "first" && !isOwn(host) && delivers(host))
      return itself(`${host} delivers what others wrote`);
    const house = houseOf(providers);
    const [only] = providers;
    if (only && providers.length === 1 && (house === undefined || isOfProduct(host, only)))
      return knownAs(only, ofHostOf(only.id));
    if (isOwn(host)) return itself(`${host} is a host of the site itself`);
    return { ...judged(host), ...(house === undefined ? {} : { house }) };
  };
}
