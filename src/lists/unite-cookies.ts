import { citePlace, createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import type { ListedCookie } from "./list.ts";
import type { ListRule } from "./list-rules.ts";

/** What a vendor discloses at several places, each once. */
export const uniteDisclosed = (cookies: readonly ListedCookie[]): ListedCookie["disclosed"] => [
  ...new Map(
    cookies.flatMap(({ disclosed }) => disclosed).map((one) => [JSON.stringify(one), one]),
  ).values(),
];

const keyOf = ({ name, storage, hosts, provider, party }: ListedCookie): string =>
  JSON.stringify([name, storage, hosts.toSorted(), provider, party]);

/** Each cookie once; one of which a list says two things at the same time is a fault. */
export function unite(all: readonly ListedCookie[], diagnostics: Diagnostic[]): ListedCookie[] {
  const cookies = new Map<string, ListedCookie>();
  for (const cookie of all) {
    const key = keyOf(cookie);
    const before = cookies.get(key);
    if (!before) {
      cookies.set(key, cookie);
      continue;
    }
    const differing = (["duration", "category"] as const).find(
      (fact) =>
        before[fact] !== undefined && cookie[fact] !== undefined && before[fact] !== cookie[fact],
    );
    const first = `first told at ${citePlace(before.place)}`;
    const message = differing
      ? `cookie "${cookie.name}" of another ${differing} ("${cookie[differing]}" and not "${before[differing]}"), ${first}`
      : `cookie "${cookie.name}" once more, ${first}`;
    const problem = { rule: "cookie-told-twice" satisfies ListRule, message };
    const disclosed = uniteDisclosed([before, cookie]);
    // A vendor may disclose one thing for several places, which a registry need not tell apart.
    const isOpen = differing !== undefined && disclosed.length > 1;
    if (cookie.place.location.line !== before.place.location.line || differing)
      diagnostics.push(
        createDiagnostic(cookie.place, problem, differing && !isOpen ? "error" : "warning"),
      );
    cookies.set(key, {
      ...before,
      duration: isOpen ? undefined : (before.duration ?? cookie.duration),
      remarks: isOpen
        ? [...before.remarks, `duration: "${before.duration}" or "${cookie.duration}"`]
        : before.remarks,
      disclosed,
      category: before.category ?? cookie.category,
    });
  }
  return [...cookies.values()];
}
