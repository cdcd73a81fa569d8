import { isPublicSuffix } from "../vocabulary/party.ts";
import { parseUrl } from "../vocabulary/host.ts";

/** Whom a cookie belongs to, as `Observation` has it. */
export interface Owner {
  readonly host: string;
  readonly hostOnly: boolean;
}

const isAddress = (host: string): boolean => /^[\d.]+$|^\[/.test(host);

const plain = /^[a-z][a-z0-9.-]*$/;
const moreThanHost = /^(?!\[[^\]]*\]$).*[\s/?#@:\\]/;

/** As browsers compare hosts: in lower case and ASCII. What holds more than a host is left, and so matches none. */
const canonical = (domain: string): string => {
  if (plain.test(domain) || moreThanHost.test(domain)) return domain;
  return parseUrl(`http://${domain}`)?.hostname ?? domain.toLowerCase();
};

const withoutDot = (domain: string): string => domain.replace(/^\./, "");

/** True where a cookie of the domain is sent to the host (RFC 6265, 5.1.3); both in lower case. */
export const domainMatches = (host: string, domain: string): boolean =>
  host === domain || (host.endsWith(`.${domain}`) && !isAddress(host));

/** The host itself and every domain above it. */
export const domainsOf = (host: string): string[] =>
  host.split(".").map((_, index, labels) => labels.slice(index).join("."));

/** The owner of a cookie that a host sets, with or without a `Domain`; `undefined` where the host may not set it. */
export function ownerOf(host: string, domain: string | undefined): Owner | undefined {
  if (domain === undefined || domain === "") return { host, hostOnly: true };
  const owner = canonical(withoutDot(domain));
  if (!domainMatches(host, owner)) return undefined;
  if (isAddress(host)) return { host, hostOnly: true };
  if (!isPublicSuffix(owner)) return { host: owner, hostOnly: false };
  return host === owner ? { host, hostOnly: true } : undefined;
}

/** The host of a jar's `domain`, in lower case and without a leading dot; `undefined` where it is none. */
export function jarHost(domain: string): string | undefined {
  const host = canonical(withoutDot(domain));
  return /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+\.?$|^\[[0-9a-f:.]+\]$/.test(host) ? host : undefined;
}

const maximumLength = 4096;

// oxlint-disable-next-line no-control-regex -- these are the characters to find
const control = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/**
 * False for what no browser keeps as the name of a cookie: one with a control character, one of more than 4096 characters
 * (RFC 6265bis, 5.6 and 5.7), one with `=` or `;`, behind which a tool that does not divide them has the value. It may
 * be empty.
 */
export const isCookieName = (name: string): boolean =>
  name.length <= maximumLength && !control.test(name) && !/[=;]/.test(name);

/** False for an empty key of a storage, and for one so long that it is a value rather than a name. */
export const isKey = (key: string): boolean => key !== "" && key.length <= maximumLength;

/** True where a control character makes a browser ignore the whole header. */
export const hasControl = (header: string): boolean => control.test(header);
