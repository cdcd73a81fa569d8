import type { Entry } from "../../registry/entry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { idOf } from "../../vocabulary/id.ts";
import { type OwnHosts, partyOf, registrableDomain } from "../../vocabulary/party.ts";
import type { ListedCookie, ListedVendor } from "../list.ts";
import { type DeclaredIn, type KnownCookies, plainName } from "./known-cookies.ts";

/** The site that lists are of, as far as they say. */
export interface ListedSite {
  readonly id: string;
  readonly name: string;
  readonly hosts: OwnHosts | undefined;
}

/** Where a listed cookie belongs. */
export interface Assigned {
  readonly cookie: ListedCookie;
  /** The host that sets it, where that is not the site's own. */
  readonly domain: string | undefined;
  readonly provider: AssignedProvider;
  /** What the catalogue declares of it. */
  readonly declared?: DeclaredIn;
  /** Providers that declare it as well, where the list does not say that it is theirs. */
  readonly candidates: readonly string[];
}

export interface AssignedProvider {
  readonly id: string;
  readonly name: string;
  readonly isSiteItself: boolean;
  /** Present where the registry has it. */
  readonly entry?: Entry<Provider>;
  /** Its hosts, where nothing else tells who it is. */
  readonly domains: readonly string[];
}

const isOwn = (host: string, { hosts }: ListedSite): boolean =>
  hosts !== undefined && partyOf(host, hosts) === "first";

/** The hosts on which a cookie is kept that are another's: `undefined` stands for the site's own. */
function domainsOf(cookie: ListedCookie, site: ListedSite): (string | undefined)[] {
  const foreign = cookie.hosts.filter((host) => !isOwn(host, site));
  if (cookie.party === "first" && site.hosts === undefined) return [undefined];
  const isKeptHere = foreign.length < cookie.hosts.length || cookie.hosts.length === 0;
  const apart = new Map(foreign.toReversed().map((host) => [registrableDomain(host), host]));
  return [...(isKeptHere ? [undefined] : []), ...apart.values()];
}

const maximumCandidates = 3;

/** Assigns each cookie of lists to a provider: to one of the registry where its name and who sets it agree, else to one of the lists' own. */
export function createAssign(known: KnownCookies, site: ListedSite) {
  const providers = new Map<string, AssignedProvider>();
  const keep = (made: AssignedProvider): AssignedProvider => {
    const before = providers.get(made.id);
    if (before) return before;
    providers.set(made.id, made);
    return made;
  };
  const ofEntry = (entry: Entry<Provider>) =>
    keep({ id: entry.id, name: entry.value.name, isSiteItself: false, entry, domains: [] });

  const isAbstract = ({ value }: Entry<Provider>) => value.abstract === true;

  /** Whether what a list says of a cookie fits a declared one of that name. */
  function agrees(declared: DeclaredIn, cookie: ListedCookie, domain: string | undefined): boolean {
    const { provider } = declared;
    if (cookie.saysStorage && declared.storage !== cookie.storage) return false;
    if (domain !== undefined) {
      const hosts = [declared.cookie.domain, ...(provider.value.domains ?? [])];
      const isThere = hosts.some(
        (one) => one !== undefined && registrableDomain(one) === registrableDomain(domain),
      );
      if (isThere) return true;
    }
    if (
      domain === undefined &&
      declared.cookie.domain !== undefined &&
      cookie.provider === undefined
    )
      return false;
    return cookie.mentions.some((text) => known.isNamedBy(provider, text));
  }

  /** Whether a list says that a cookie is the site's own, as far as browsers know: so is what a script sets. */
  const isFirstParty = (cookie: ListedCookie, domain: string | undefined): boolean =>
    domain === undefined && (cookie.party === "first" || cookie.hosts.length > 0);

  /** The one that may be meant: what is most specific, and of a service that has not ended where there is another. */
  function pickOne(those: readonly DeclaredIn[]): DeclaredIn | undefined {
    const alive = those.filter(({ provider }) => provider.value.until === undefined);
    const [best, ...others] = alive.length > 0 ? alive : those;
    const isRivalled = others.some(
      ({ provider, name }) => provider !== best?.provider && name === best?.name,
    );
    return isRivalled ? undefined : best;
  }

  function findDeclared(cookie: ListedCookie, domain: string | undefined) {
    const named = known.named(cookie.name).filter(({ provider }) => !isAbstract(provider));
    const { provider: said } = cookie;
    const ofProvider = named.filter(
      (one) =>
        said !== undefined &&
        known.isNamedBy(one.provider, said) &&
        (!cookie.saysStorage || one.storage === cookie.storage),
    );
    const fitting = named.filter((one) => agrees(one, cookie, domain));
    const agreeing = pickOne(ofProvider.length > 0 ? ofProvider : fitting);
    if (agreeing) return { declared: agreeing, candidates: [] };
    const here = pickOne(
      named.filter(
        (one) =>
          isFirstParty(cookie, domain) &&
          one.cookie.domain === undefined &&
          (!cookie.saysStorage || one.storage === cookie.storage),
      ),
    );
    // A name that hardly anybody else would choose, on the host where its provider sets it.
    if (here && said === undefined && !/^[a-z]{1,8}$/i.test(here.name))
      return { declared: here, candidates: [] };
    const ids = [...new Set(named.map(({ provider }) => provider.id))];
    return { declared: undefined, candidates: ids.slice(0, maximumCandidates) };
  }

  function siteItself(): AssignedProvider {
    const entry = known.get(site.id);
    if (entry?.value.operator === "site" && known.isOwn(entry)) return ofEntry(entry);
    return keep({ id: freeId(site.id), name: site.name, isSiteItself: true, domains: [] });
  }

  /** An id that is not that of another provider in the registry. */
  const freeId = (id: string): string => (known.get(id) ? `${id}-listed` : id);

  /** The provider that the words of a list name, or that of the host, or the site itself. */
  function findProvider(cookie: ListedCookie, domain: string | undefined): AssignedProvider {
    const { provider: text } = cookie;
    const called = text === undefined ? undefined : known.called(text);
    if (called && !isAbstract(called)) return ofEntry(called);
    const isSite = text !== undefined && plainName(text) === plainName(site.name);
    if (text !== undefined && !isSite && idOf(text) !== "provider") {
      const id = called ? `${called.id}-other` : freeId(idOf(text));
      return keep({ id, name: text, isSiteItself: false, domains: [] });
    }
    return domain === undefined ? siteItself() : ofHost(domain);
  }

  /** The provider of a host, where there is one alone. */
  function ofHost(setter: string): AssignedProvider {
    const [first, second] = known.ofHost(setter).filter((entry) => !isAbstract(entry));
    if (first && !second) return ofEntry(first);
    const host = registrableDomain(setter);
    return keep({ id: freeId(idOf(host)), name: host, isSiteItself: false, domains: [host] });
  }

  /** A vendor says of itself what it stores, wherever that is: nobody else does. */
  function assignToVendor(
    cookie: ListedCookie,
    { host, name }: ListedVendor,
    domain: string | undefined,
  ): Assigned {
    const provider =
      host === undefined
        ? keep({ id: freeId(idOf(name)), name, isSiteItself: false, domains: [] })
        : ofHost(host);
    const declared = known
      .named(cookie.name)
      .find(
        (one) =>
          one.provider === provider.entry &&
          one.name === cookie.name &&
          one.storage === cookie.storage &&
          one.cookie.domain === domain,
      );
    return { cookie, domain, provider, candidates: [], ...(declared ? { declared } : {}) };
  }

  return (cookie: ListedCookie): Assigned[] =>
    domainsOf(cookie, site).map((domain): Assigned => {
      if (cookie.vendor) return assignToVendor(cookie, cookie.vendor, domain);
      const { declared, candidates } = findDeclared(cookie, domain);
      const provider = declared ? ofEntry(declared.provider) : findProvider(cookie, domain);
      return { cookie, domain, provider, candidates, ...(declared ? { declared } : {}) };
    });
}
