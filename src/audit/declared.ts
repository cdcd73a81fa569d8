import { asksConsent } from "../registry/category.ts";
import type { Entry } from "../registry/entry.ts";
import { type Party, partyOf, registrableDomain } from "../registry/party.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie, Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Storage } from "../registry/schema/vocabulary.ts";
import type { Place } from "../registry/text.ts";
import { placeOfUse, usesOf } from "../registry/used.ts";
import type { Part, Path } from "../registry/yaml/locate.ts";

/** A cookie of a site as its page declares it. */
export interface DeclaredCookie {
  /** A literal, or a pattern. */
  readonly name: string;
  readonly storage: Storage;
  readonly party: Party;
  /** Set only with consent. */
  readonly asksConsent: boolean;
  readonly provider: Entry<Provider>;
  readonly cookie: Cookie;
  /** The registrable domains that are its provider's, where it is a third party's. */
  readonly domains: ReadonlySet<string>;
  /** The place of a key of the cookie, or of its name. */
  readonly place: (path: Path, part?: Part) => Place;
}

/** Every cookie that a site declares, in its order. */
export const declaredCookies = (site: Entry<Site>, registry: Registry): DeclaredCookie[] =>
  usesOf(site.value, registry).flatMap((use) => {
    const { provider, cookies } = use;
    const ownDomains = (provider.value.domains ?? []).map(registrableDomain);
    return cookies.map((one): DeclaredCookie => {
      const { cookie } = one;
      const { name, storage = "cookie", domain } = cookie;
      return {
        name,
        storage,
        party: partyOf(domain, site.value.url),
        asksConsent: asksConsent(cookie, registry),
        provider,
        cookie,
        domains: new Set([
          ...(domain === undefined ? [] : [registrableDomain(domain)]),
          ...ownDomains,
        ]),
        place: placeOfUse(site, use, one),
      };
    });
  });
