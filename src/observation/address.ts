/**
 * The address without user, query, fragment and path parameters (`;jsessionid=…`), any of which may hold a secret;
 * `undefined` for what has no host, as `data:` and `about:`.
 */
export function addressOf(url: string): string | undefined {
  const { protocol, host, pathname } = URL.canParse(url) ? new URL(url) : {};
  if (!host) return undefined;
  return `${protocol}//${host}${pathname?.replaceAll(/;[^/]*/g, "")}`;
}
