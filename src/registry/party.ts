import { getDomain, getPublicSuffix } from "tldts";

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
