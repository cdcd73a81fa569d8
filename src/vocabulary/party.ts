import { getDomain, getPublicSuffix, parse } from "tldts";
import { memoizeByText } from "../memo.ts";

export type Party = "first" | "third";

/** The part of a host below which browsers divide sites: `example.co.uk` of `www.example.co.uk`; an address is its own. */
export const registrableDomain = memoizeByText(
  (host) => getDomain(host, { allowPrivateDomains: true }) ?? host,
);

const domainOfSite = memoizeByText((url) => registrableDomain(new URL(url).hostname));

/** What tells which hosts are a site's own. */
export interface OwnHosts {
  readonly url: string;
  /** Domains of its own beside that of the address. */
  readonly domains?: readonly string[] | undefined;
}

const isOwnDomain = (domain: string, { url, domains }: OwnHosts): boolean =>
  domain === domainOfSite(url) ||
  domains?.some((own) => registrableDomain(own) === domain) === true;

/** Whose a host is, seen from a site: by registrable domain, as browsers divide sites. Without a host it is the site's own. */
export const partyOf = (host: string | undefined, site: OwnHosts): Party =>
  host === undefined || isOwnDomain(registrableDomain(host), site) ? "first" : "third";

/** True for a domain below which anyone may have a name of their own, as `co.uk` and `github.io`. */
export const isPublicSuffix = (domain: string): boolean =>
  getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;

/** True for a host below a suffix that is registered, as no made-up word is. */
export const hasPublicSuffix = (host: string): boolean => parse(host).isIcann === true;
