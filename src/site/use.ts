import { categoryOf } from "../registry/category.ts";
import { type Party, registrableDomain } from "../registry/party.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie, Provider } from "../registry/schema/provider.ts";
import type { Pick } from "../registry/schema/site.ts";
import { usesOf } from "../registry/used.ts";
import type { Category, Storage } from "../registry/schema/vocabulary.ts";
import { remember, rememberByText } from "../registry/remember.ts";

/** A cookie as one site uses it, with all that its provider and its purposes say of it. */
export interface UsedCookie extends Cookie {
  readonly category: Category;
  readonly storage: Storage;
  readonly party: Party;
  readonly recipients?: Cookie["recipients"];
}

export interface UsedProvider {
  readonly id: string;
  readonly provider: Provider;
  readonly cookies: readonly UsedCookie[];
  /** Whoever gets data of the provider or of one of these cookies; empty for nobody, absent where unknown. */
  readonly recipients?: readonly string[];
}

function recipientsOf(provider: Provider, cookies: readonly Cookie[]) {
  const stated = [provider, ...cookies].flatMap(({ recipients }) =>
    recipients ? [recipients] : [],
  );
  return stated.length > 0 ? { recipients: [...new Set(stated.flat())] } : {};
}

interface Vocabulary {
  readonly providers: Registry["providers"];
  readonly purposes: Registry["purposes"];
}

type Unplaced = Omit<UsedCookie, "party">;

/** What a site with this address uses; a provider that does not exist is left out. */
export type Use = (picks: readonly Pick[], siteUrl: string) => UsedProvider[];

/** Sites that use the same, be it a whole provider or one of its cookies, are given the same object. */
export function createUse({ providers, purposes }: Vocabulary): Use {
  const domainOf = rememberByText(registrableDomain);

  const complete = (cookie: Cookie, provider: Provider): Unplaced => {
    const recipients = cookie.recipients ?? provider.recipients;
    return {
      ...cookie,
      category: categoryOf(cookie, purposes),
      storage: cookie.storage ?? "cookie",
      ...(recipients ? { recipients } : {}),
    };
  };
  const completeAll = remember(
    (provider: Provider) =>
      new Map(provider.cookies.map((cookie) => [cookie, complete(cookie, provider)])),
  );
  const asFirst = remember((cookie: Unplaced): UsedCookie => ({ ...cookie, party: "first" }));
  const asThird = remember((cookie: Unplaced): UsedCookie => ({ ...cookie, party: "third" }));

  const changed = rememberByText((key) => {
    const [id, position, changes] = JSON.parse(key) as [string, number, Partial<Cookie>];
    const { value } = providers.get(id)!;
    return complete({ ...value.cookies[position]!, ...changes }, value);
  });

  function pickCookies(pick: Pick) {
    const [use] = usesOf({ providers: [pick] }, { providers });
    if (!use) return undefined;
    const { id, value: provider } = use.provider;
    const declared = completeAll(provider);
    const cookies = use.cookies.map(({ position, override }) => {
      return override
        ? changed(JSON.stringify([id, position, override]))
        : declared.get(provider.cookies[position]!)!;
    });
    return { id, provider, cookies, ...recipientsOf(provider, cookies) };
  }

  const pickedBy = rememberByText((key) => {
    const picked = pickCookies(JSON.parse(key) as Pick);
    if (!picked) return null;
    const domains = picked.cookies.map(({ domain }) => domain && domainOf(domain));
    const asParties = rememberByText((parties): UsedProvider => ({
      ...picked,
      cookies: picked.cookies.map((cookie, index) =>
        parties[index] === "1" ? asFirst(cookie) : asThird(cookie),
      ),
    }));
    return (site: string) =>
      asParties(domains.map((domain) => (!domain || domain === site ? "1" : "3")).join(""));
  });

  return (picks, siteUrl) => {
    const site = domainOf(new URL(siteUrl).hostname);
    return picks.flatMap((pick) => pickedBy(JSON.stringify(pick))?.(site) ?? []);
  };
}
