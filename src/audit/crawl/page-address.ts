import { maskPath, maskPersonal } from "../../observation/personal.ts";
import { parseUrl } from "../../vocabulary/host.ts";

/** Parameters that tell a campaign where a visitor came from; the page is the same without them. */
const tracking =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|yclid|ttclid|twclid|li_fat_id|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi)$/i;

/** Parameters by which a server that sets no cookie knows a visit again. */
const session =
  /^(?:phpsessid|jsessionid|aspsessionid.*|sid|sess|sessid|session|session_?id|sesskey|cfid|cftoken|oscsid|xtcsid|zenid)$/i;

/** The same in a path: `;jsessionid=…`, and `/(S(…))/` of ASP.NET. */
const sessionInPath = /;[^/]*|\/\((?:[A-Z]\([^()/]*\))+\)(?=\/|$)/g;

/** A longer address is the work of a trap rather than of a person. */
const maximumLength = 2000;

/** A page of the site that may be asked for. */
export interface PageAddress {
  /** To ask for: without fragment, user, session and what tracks. */
  readonly url: string;
  /** The same for all addresses of one page: its parameters sorted. */
  readonly key: string;
  /** The same for addresses that differ in digits alone, as those of a calendar do. */
  readonly shape: string;
  /** What of the site it belongs to: the folder in which it lies, digits aside. */
  readonly folder: string;
}

const withoutDigits = (text: string): string => text.replaceAll(/\d+/g, "#");

const isUsualPort = ({ port }: URL): boolean => port === "";

/** Whether both are of one host, over whichever protocol. */
export const isSameHost = (one: URL, other: URL): boolean =>
  one.hostname === other.hostname &&
  (one.port === other.port || (isUsualPort(one) && isUsualPort(other)));

/** Parses an address that a page of the web may have; `mailto:`, `javascript:` and `data:` are none. */
export function parseWebAddress(text: string): URL | undefined {
  const url = text.length > maximumLength ? undefined : parseUrl(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function withoutSession(address: URL): URL {
  const url = new URL(address);
  url.hash = "";
  url.username = "";
  url.password = "";
  url.pathname = url.pathname.replaceAll(sessionInPath, "") || "/";
  const names = [...new Set(url.searchParams.keys())];
  const idle = names.filter((name) => tracking.test(name) || session.test(name));
  // To delete one writes all of them anew, which another server may read in another way.
  for (const name of idle) url.searchParams.delete(name);
  if (url.search === "") url.search = "";
  return url;
}

/** The page that an address of the host of `start` stands for, over the protocol of `start`. */
export function pageAddressOf(address: URL, start: URL): PageAddress {
  const url = withoutSession(address);
  url.protocol = start.protocol;
  const { pathname, href } = url;
  const parameters = [...url.searchParams].map(([name, value]) => `${name}=${value}`).toSorted();
  const path = withoutDigits(maskPath(pathname));
  return {
    url: href,
    key: JSON.stringify([pathname, ...parameters]),
    shape: [path, ...parameters.map((one) => withoutDigits(maskPersonal(one)))].join("\n"),
    folder: path.slice(0, path.lastIndexOf("/") + 1),
  };
}
