import { getDomain, getPublicSuffix, parse } from "tldts";

export type Party = "first" | "third";

/** The part of a host below which browsers divide sites: `example.co.uk` of `www.example.co.uk`; an address is its own. */
export const registrableDomain = (host: string): string =>
  getDomain(host, { allowPrivateDomains: true }) ?? host;

/** Whose a cookie is: without a domain the visited site's own, else by registrable domain, as browsers divide sites. */
export function partyOf(cookieDomain: string | undefined, siteUrl: string): Party {
  if (cookieDomain === undefined) return "first";
  const site = registrableDomain(new URL(siteUrl).hostname);
  return registrableDomain(cookieDomain) === site ? "first" : "third";
}

/** True for a domain below which anyone may have a name of their own, as `co.uk` and `github.io`. */
export const isPublicSuffix = (domain: string): boolean =>
  getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;

/** True for a host below a suffix that is registered, as no made-up word is. */
export const hasPublicSuffix = (host: string): boolean => parse(host).isIcann === true;

/** Whose a host is, seen from a site. */
export interface JudgedHost {
  /** Its registrable domain. */
  readonly domain: string;
  readonly party: Party;
}

/** Judges the hosts of a visit to a site, each once. */
export function judgeHosts(siteUrl: string): (host: string) => JudgedHost {
  const own = registrableDomain(new URL(siteUrl).hostname);
  const known = new Map<string, JudgedHost>();
  return (host) => {
    let judged = known.get(host);
    if (!judged) {
      const domain = registrableDomain(host);
      judged = { domain, party: domain === own ? "first" : "third" };
      known.set(host, judged);
    }
    return judged;
  };
}
