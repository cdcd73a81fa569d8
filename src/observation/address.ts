import { maskPath } from "./personal.ts";
import { parseUrl } from "../vocabulary/host.ts";

let last: { readonly text: string; readonly url: URL | undefined } | undefined;

/** The parsed address, or `undefined`. Evidence asks for the same one several times in a row, so the last is kept. */
export function parseAddress(text: string): URL | undefined {
  if (last?.text === text) return last.url;
  const url = parseUrl(text);
  last = { text, url };
  return url;
}

/**
 * The address without user, query, fragment, path parameters (`;jsessionid=…`) and what is one visitor's own in its
 * path, any of which may hold a secret; `undefined` for what has no host, as `data:` and `about:`.
 */
export function addressOf(text: string): string | undefined {
  const url = parseAddress(text);
  if (!url?.host) return undefined;
  const path = url.pathname.includes(";") ? url.pathname.replaceAll(/;[^/]*/g, "") : url.pathname;
  return `${url.protocol}//${url.host}${maskPath(path)}`;
}
