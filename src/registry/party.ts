import { getDomain } from "tldts";

export type Party = "first" | "third";

/** Whose a cookie is: without a domain the visited site's own, else by registrable domain, as browsers divide sites. */
export function partyOf(cookieDomain: string | undefined, siteUrl: string): Party {
  if (cookieDomain === undefined) return "first";
  const registrable = (host: string) => getDomain(host, { allowPrivateDomains: true }) ?? host;
  return registrable(cookieDomain) === registrable(new URL(siteUrl).hostname) ? "first" : "third";
}
