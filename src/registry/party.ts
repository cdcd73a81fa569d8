import { getDomain, getPublicSuffix } from "tldts";

export type Party = "first" | "third";

/** Whose a cookie is: without a domain the visited site's own, else by registrable domain, as browsers divide sites. */
export function partyOf(cookieDomain: string | undefined, siteUrl: string): Party {
  if (cookieDomain === undefined) return "first";
  const registrable = (host: string) => getDomain(host, { allowPrivateDomains: true }) ?? host;
  return registrable(cookieDomain) === registrable(new URL(siteUrl).hostname) ? "first" : "third";
}

/** True for a domain below which anyone may have a name of their own, as `co.uk` and `github.io`. */
export const isPublicSuffix = (domain: string): boolean =>
  getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
