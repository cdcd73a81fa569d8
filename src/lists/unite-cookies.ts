import { citePlace, createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import type { ListedCookie } from "./list.ts";
import type { ListRule } from "./list-rules.ts";

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
    if (cookie.place.location.line !== before.place.location.line || differing)
      diagnostics.push(createDiagnostic(cookie.place, problem, differing ? "error" : "warning"));
    cookies.set(key, {
      ...before,
      duration: before.duration ?? cookie.duration,
      category: before.category ?? cookie.category,
    });
  }
  return [...cookies.values()];
}
