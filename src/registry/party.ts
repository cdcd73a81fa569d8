import { getDomain } from "tldts";

export type Party = "first" | "third";

/** The domain under which a host is registered, as browsers divide sites; the host itself where there is none. */
export const registrableDomain = (host: string): string =>
  getDomain(host, { allowPrivateDomains: true }) ?? host;

/** Whose a cookie is: without a domain the visited site's own, else by registrable domain. */
export function partyOf(cookieDomain: string | undefined, siteUrl: string): Party {
  if (cookieDomain === undefined) return "first";
  const site = registrableDomain(new URL(siteUrl).hostname);
  return registrableDomain(cookieDomain) === site ? "first" : "third";
}
