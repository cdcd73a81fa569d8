import type { Diagnostic } from "../diagnostic.ts";
import { type Draft, reportAt } from "./entry.ts";
import type { LoaderRule } from "./rules.ts";
import { isMapping } from "./mapping.ts";

/** The cookies of a provider as its file has them, of whatever shape. */
const cookiesOf = (draft: Draft): readonly unknown[] =>
  Array.isArray(draft.data["cookies"]) ? draft.data["cookies"] : [];

/** Cookies of a provider that it declares twice. */
export function repeatedCookies(draft: Draft): Diagnostic[] {
  const first = new Map<string, number>();
  return cookiesOf(draft).flatMap((cookie, index) => {
    if (!isMapping(cookie) || typeof cookie["name"] !== "string") return [];
    const { name, storage = "cookie", domain = "" } = cookie;
    const key = JSON.stringify([name, storage, domain]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    if (earlier === undefined) return [];
    const { file, line, column } = draft.place(["cookies", earlier, "name"]).location;
    const message = `duplicate cookie "${name}", first defined at ${file}:${line}:${column}`;
    return [reportAt(draft, ["cookies", index, "name"], { rule: "duplicate-cookie", message })];
  });
}

/** Cookies without a function or a category, but for those that are unclassified. */
export function incompleteCookies(draft: Draft): Diagnostic[] {
  return cookiesOf(draft).flatMap((cookie, index) => {
    if (!isMapping(cookie) || cookie["category"] === "unclassified") return [];
    const { purposes, category } = cookie;
    const path = ["cookies", index, "name"];
    const lacksCategory =
      category === undefined && (!Array.isArray(purposes) || purposes.length === 0);
    const without = (rule: LoaderRule, message: string) => [
      reportAt(draft, path, { rule, message }),
    ];
    return [
      ...(cookie["function"] === undefined
        ? without("missing-key", 'missing key "function", expected an id of functions.yaml')
        : []),
      ...(lacksCategory
        ? without(
            "missing-category",
            'no category, expected "purposes" to take it from, or "category"',
          )
        : []),
    ];
  });
}

/** Their names, those that are texts. */
export const namesOfCookies = (draft: Draft | undefined): string[] =>
  (draft ? cookiesOf(draft) : []).flatMap((cookie) =>
    isMapping(cookie) && typeof cookie["name"] === "string" ? [cookie["name"]] : [],
  );
