import { memoize, memoizeByText } from "../memo.ts";
import { type OwnHosts, partyOf, type Party } from "../vocabulary/party.ts";
import {
  categories,
  type Category,
  type Exemption,
  type Storage,
  storageOf,
} from "../vocabulary/vocabulary.ts";
import type { Entry } from "./entry.ts";
import type { Registry } from "./registry.ts";
import type { Cookie, Provider } from "./schema/provider.ts";
import type { Site, SiteProvider } from "./schema/site.ts";
import { type Asked, lawOf, type SiteLaw } from "./site-law.ts";

/** A cookie as its provider declares it, or as a site overrides it, with all that follows from that. */
export interface ProviderCookie {
  /** A literal, or a pattern. */
  readonly name: string;
  readonly storage: Storage;
  /** The stated category, else the most intrusive one of its purposes. */
  readonly category: Category;
  /** The criterion under which it asks no consent: its own, or its function's where it is necessary. */
  readonly exemption: Exemption | undefined;
  /** Set only with consent, as it declares or as a law asks that knows no other way than consent. */
  readonly asksConsent: boolean;
  /** Its own or its provider's; empty for nobody, absent where unknown. */
  readonly recipients: readonly string[] | undefined;
  /** What is stated of it. */
  readonly cookie: Cookie;
  /** Its index in the provider's file. */
  readonly position: number;
  /** What a site states instead of its provider. */
  readonly override?: Partial<Cookie>;
}

/** What depends on the site that uses a cookie. */
interface SiteFacts {
  readonly party: Party;
  /** Set only with consent at some place of the site. */
  readonly asksConsent: boolean;
  /** How it is asked for, where it declares another way than the site does for its category. */
  readonly otherConsent: Asked | undefined;
  /** The exemption that spares it the consent that its category needs somewhere. */
  readonly sparedBy: Exemption | undefined;
}

/** A cookie as a site uses it. */
export interface DeclaredCookie extends ProviderCookie, SiteFacts {}

/** A provider of a site, with those of its cookies that the site picks. */
export interface UsedProvider {
  readonly provider: Entry<Provider>;
  /** Its index in the site's list. */
  readonly index: number;
  readonly cookies: readonly DeclaredCookie[];
  /** Of one that sets nothing on the site: that of its purposes, else of what it would set. */
  readonly category: Category | undefined;
  /** Those of the provider and of these cookies; empty for nobody, absent where unknown. */
  readonly recipients: readonly string[] | undefined;
}

type Facts = Pick<Registry, "providers" | "functions" | "purposes" | "jurisdictions">;

const mostIntrusive = (those: readonly Category[]): Category =>
  categories[those.reduce((most, one) => Math.max(most, categories.indexOf(one)), -1)] ??
  "unclassified";

function categoryOf(
  { category, purposes = [] }: Partial<Cookie>,
  known: Facts["purposes"],
): Category {
  if (category) return category;
  return mostIntrusive(purposes.map((id) => known[id]?.category ?? "unclassified"));
}

function completeCookie(
  { functions, purposes }: Facts,
  { value: provider }: Entry<Provider>,
  position: number,
  override?: Partial<Cookie>,
): ProviderCookie {
  const { dataRetention } = provider;
  const stated = { ...provider.cookies[position]!, ...override };
  const cookie = { ...(dataRetention ? { dataRetention } : {}), ...stated };
  const category = categoryOf(cookie, purposes);
  const ofFunction =
    category === "necessary" ? functions[cookie.function ?? ""]?.exemption : undefined;
  const exemption = cookie.exemption ?? ofFunction;
  return {
    name: cookie.name,
    storage: storageOf(cookie),
    category,
    exemption,
    asksConsent: cookie.consent
      ? cookie.consent === "opt-in"
      : category !== "necessary" && exemption === undefined,
    recipients: cookie.recipients ?? provider.recipients,
    cookie,
    position,
    ...(override ? { override } : {}),
  };
}

/** The recipients of a provider and of some of its cookies; unknown where none of them states any. */
function recipientsOf(provider: Provider, cookies: readonly ProviderCookie[]) {
  const stated = [provider, ...cookies.map(({ cookie }) => cookie)].flatMap(({ recipients }) =>
    recipients ? [recipients] : [],
  );
  return stated.length > 0 ? [...new Set(stated.flat())] : undefined;
}

/** What the law of a site's places makes of a cookie there. */
function judgeConsent(
  { cookie, category }: ProviderCookie,
  law: SiteLaw,
): Omit<SiteFacts, "party"> {
  const { consent, exemption } = cookie;
  const ofCategory = law.consentTo(category);
  const isOther = ofCategory.length === 0 || ofCategory.some(({ model }) => model !== consent);
  const isSpared = ofCategory.some(
    ({ place, model }) => model === "opt-in" || (exemption && place?.law.exemptions?.[exemption]),
  );
  const asks = ofCategory.some(({ model }) => model === "opt-in");
  const mayBeAny = law.places.some(({ law: { consent: of } }) => of.marketing.asks === "opt-in");
  return {
    asksConsent: consent
      ? consent === "opt-in"
      : exemption === undefined && (category === "unclassified" ? mayBeAny : asks),
    otherConsent: isOther ? consent : undefined,
    sparedBy: category !== "necessary" && consent === undefined && isSpared ? exemption : undefined,
  };
}

/** What of a site says how it uses providers. */
type UsingSite = Pick<Site, "providers" | "url" | "domains" | "jurisdictions" | "consent">;

/** What depends on the registry alone. Sites that use the same are given the same objects. */
const usesIn = memoize((facts: Facts) => {
  const plain = memoize((provider: Entry<Provider>) =>
    provider.value.cookies.map((_, position) => completeCookie(facts, provider, position)),
  );
  const overridden = memoizeByText(
    (provider: Entry<Provider>, position: number, override: Partial<Cookie>) =>
      completeCookie(facts, provider, position, override),
    ({ id }, position, override) => JSON.stringify([id, position, override]),
  );
  const declare = memoize((cookie: ProviderCookie) =>
    memoizeByText(
      (ofSite: SiteFacts): DeclaredCookie => ({ ...cookie, ...ofSite }),
      JSON.stringify,
    ),
  );

  function pick(item: SiteProvider, index: number) {
    const {
      id,
      only,
      features = [],
      override = {},
    } = typeof item === "string" ? { id: item } : item;
    const provider = facts.providers.get(id);
    if (!provider) return null;
    const picked = only && new Set(only);
    const cookies = plain(provider).flatMap((cookie) => {
      const { feature } = cookie.cookie;
      const isPicked = picked
        ? picked.has(cookie.name)
        : feature === undefined || features.includes(feature);
      if (!isPicked) return [];
      const changes = Object.hasOwn(override, cookie.name) ? override[cookie.name] : undefined;
      return [changes ? overridden(provider, cookie.position, changes) : cookie];
    });
    const recipients = recipientsOf(provider.value, cookies);
    const { purposes } = provider.value;
    const ofProvider = () =>
      purposes
        ? categoryOf({ purposes }, facts.purposes)
        : mostIntrusive(plain(provider).map(({ category }) => category));
    const category = cookies.length > 0 ? undefined : ofProvider();
    const usedUnder = memoize((law: SiteLaw) =>
      memoizeByText(
        (parties: readonly Party[]): UsedProvider => ({
          provider,
          index,
          cookies: cookies.map((cookie, at) =>
            declare(cookie)({ party: parties[at]!, ...judgeConsent(cookie, law) }),
          ),
          category,
          recipients,
        }),
        String,
      ),
    );
    return (site: OwnHosts, law: SiteLaw) =>
      usedUnder(law)(cookies.map(({ cookie }) => partyOf(cookie.domain, site)));
  }

  const pickOnce = memoizeByText(
    pick,
    (item, index) => `${index} ${typeof item === "string" ? item : JSON.stringify(item)}`,
  );
  return {
    plain,
    ofSite: memoize((site: UsingSite): readonly UsedProvider[] => {
      const law = lawOf(site, facts);
      return site.providers.flatMap((item, index) => pickOnce(item, index)?.(site, law) ?? []);
    }),
  };
});

/** The cookies of a provider as it declares them, seen from no site. */
export const cookiesOf = (provider: Entry<Provider>, registry: Facts): readonly ProviderCookie[] =>
  usesIn(registry).plain(provider);

/** The providers of a site and their cookies, as it uses them, in its order; unknown providers are left out. */
export const usedProviders = (site: UsingSite, registry: Facts): readonly UsedProvider[] =>
  usesIn(registry).ofSite(site);

/** Every cookie that a site declares, in its order. */
export const declaredCookies = (site: Site, registry: Facts): DeclaredCookie[] =>
  usedProviders(site, registry).flatMap(({ cookies }) => cookies);
