import { fixedOf } from "../../vocabulary/name-pattern.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { type AskedHosts, partsOfAddress } from "./asked-hosts.ts";
import { isWordForStar } from "./attribute.ts";
import type { Catalogue, KnownCookie } from "./catalogue.ts";

const mostCandidates = 3;

/** Whether the address of what set a cookie names a provider, as a folder or as a file. */
const isInPath = (id: string, { observations }: UndeclaredCookie): boolean =>
  observations.some(({ setter }) => setter && partsOfAddress(setter.url).includes(id));

/** Whether every visit to a site with that provider shows it. */
const isDue = ({ condition, feature }: KnownCookie["cookie"]): boolean =>
  condition === undefined && feature === undefined;

/**
 * Finds for a cookie the providers that declare it, where hardly more than its name says so: a line each, the likeliest
 * first. Likelier is one that the address of the setter names or one that was asked, one whose hosts were asked or that has none, one of which
 * more was seen, and one of which less was missed.
 */
export function createCandidates(
  { namedAnywhere }: Catalogue,
  asked: AskedHosts,
  cookies: readonly UndeclaredCookie[],
): (cookie: UndeclaredCookie, attributedTo: string) => string[] {
  const seen = new Map<string, Set<string>>();
  for (const cookie of cookies)
    for (const { provider, name } of namedAnywhere(cookie))
      seen.set(provider.id, (seen.get(provider.id) ?? new Set()).add(name));

  const companionsOf = ({ provider }: KnownCookie): number => seen.get(provider.id)!.size - 1;
  const missedOf = ({ provider: { id, value } }: KnownCookie): number =>
    value.cookies.filter((one) => isDue(one) && !seen.get(id)!.has(one.name)).length;
  const isUnasked = ({ provider: { id, value } }: KnownCookie): boolean =>
    asked.isKnown && value.domains !== undefined && asked.of(id) === undefined;

  function remarkOn(known: KnownCookie, cookie: UndeclaredCookie): string {
    const { provider, name, cookie: declared } = known;
    const isAlone = companionsOf(known) === 0 && missedOf(known) > 0;
    const clauses = [
      isInPath(provider.id, cookie)
        ? "name and address of the setter"
        : asked.names(provider.id)
          ? "name, and an address that was asked"
          : "name only",
      ...(declared.feature === undefined ? [] : [`of its feature "${declared.feature}"`]),
      ...(declared.function === "consent-choices" ? ["it records the choice of consent"] : []),
      ...(isUnasked(known) ? ["the visit asked none of its hosts"] : []),
      ...(isWordForStar(name, cookie.name) ? ["words stand for its star"] : []),
      ...(isAlone ? ["nothing else of it was seen"] : []),
    ];
    return `could be: ${provider.id} "${name}" (${clauses.join("; ")})`;
  }

  const ranksOf = (known: KnownCookie, cookie: UndeclaredCookie): readonly number[] => [
    Number(!isInPath(known.provider.id, cookie)),
    Number(!asked.names(known.provider.id)),
    Number(isUnasked(known)),
    -fixedOf(known.name),
    Number(known.provider.value.until !== undefined),
    -companionsOf(known),
    missedOf(known),
  ];

  return (cookie, attributedTo) => {
    const found = namedAnywhere(cookie).filter(({ provider }) => provider.id !== attributedTo);
    const likeliest = found
      .filter((one, at) => found.findIndex(({ provider }) => provider === one.provider) === at)
      .map((known) => ({ known, ranks: ranksOf(known, cookie) }))
      .toSorted((a, b) => compareRanks(a.ranks, b.ranks));
    return likeliest.slice(0, mostCandidates).map(({ known }) => remarkOn(known, cookie));
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
