import { citePlace, type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { didYouMean } from "../../source/suggestions.ts";
import { isMapping } from "../../source/mapping.ts";
import { type RawEntry } from "../entry.ts";
import { keyOfCookie } from "./merge-cookies.ts";
import type { Provider } from "../schema/provider.ts";
import type { LoaderRule } from "../../vocabulary/loader-rules.ts";

/** Former ids of providers, each with the draft that bears it now. */
export function formerIds(
  drafts: readonly RawEntry[],
  ids: ReadonlySet<string>,
): {
  former: Map<string, RawEntry>;
  diagnostics: Diagnostic[];
} {
  const former = new Map<string, RawEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const draft of drafts) {
    const { formerly } = draft.data;
    for (const [index, id] of (Array.isArray(formerly) ? formerly : []).entries()) {
      const other = ids.has(id) ? id : former.get(id)?.id;
      const message = `former id "${id}" belongs to "${other}", expected one that nobody else has`;
      if (other !== undefined)
        diagnostics.push(
          createDiagnostic(draft.place(["formerly", index]), { rule: "duplicate-id", message }),
        );
      else former.set(id, draft);
    }
  }
  return { former, diagnostics };
}

/** The cookies of a provider as its file has them, of whatever shape. */
const cookiesOf = (draft: RawEntry): readonly unknown[] =>
  Array.isArray(draft.data["cookies"]) ? draft.data["cookies"] : [];

/** Cookies of a provider that it declares twice. */
export function repeatedCookies(draft: RawEntry): Diagnostic[] {
  const first = new Map<string, number>();
  return cookiesOf(draft).flatMap((cookie, index) => {
    if (!isMapping(cookie) || typeof cookie["name"] !== "string") return [];
    const { name } = cookie;
    const key = keyOfCookie(cookie)!;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    if (earlier === undefined) return [];
    const at = citePlace(draft.place(["cookies", earlier, "name"]));
    const message = `duplicate cookie "${name}", first defined at ${at}`;
    return [
      createDiagnostic(draft.place(["cookies", index, "name"]), {
        rule: "duplicate-cookie",
        message,
      }),
    ];
  });
}

/** Cookies without a function or a category, but for those that are unclassified. */
export function incompleteCookies(draft: RawEntry): Diagnostic[] {
  return cookiesOf(draft).flatMap((cookie, index) => {
    if (!isMapping(cookie) || cookie["category"] === "unclassified") return [];
    const { purposes, category } = cookie;
    // A key that is spelled wrongly is reported as such.
    const isMisspelled = (key: string) =>
      Object.keys(cookie).some((other) => other !== key && didYouMean(other, [key]) !== undefined);
    const path = ["cookies", index, "name"];
    const lacksCategory =
      category === undefined && (!Array.isArray(purposes) || purposes.length === 0);
    const without = (rule: LoaderRule, message: string) => [
      createDiagnostic(draft.place(path), { rule, message }),
    ];
    return [
      ...(cookie["function"] === undefined && !isMisspelled("function")
        ? without("missing-key", 'missing key "function", expected an id of functions.yaml')
        : []),
      ...(lacksCategory && !isMisspelled("purposes") && !isMisspelled("category")
        ? without(
            "missing-category",
            'no category, expected "purposes" to take it from, or "category"',
          )
        : []),
    ];
  });
}

const textsOf = (draft: RawEntry | undefined, key: string): string[] => {
  const texts = (draft ? cookiesOf(draft) : []).map((cookie) =>
    isMapping(cookie) ? cookie[key] : undefined,
  );
  return [...new Set(texts.filter((text) => typeof text === "string"))];
};

/** The names of a provider's cookies, those that are texts. */
export const namesOfCookies = (draft: RawEntry | undefined): string[] => textsOf(draft, "name");

/** The features to which cookies of a provider belong. */
export const featuresOfCookies = (draft: RawEntry | undefined): string[] =>
  textsOf(draft, "feature");

/** As `featuresOfCookies`, of a provider that could be validated. */
export const featuresOf = ({ cookies }: Pick<Provider, "cookies">): string[] => [
  ...new Set(cookies.flatMap(({ feature }) => feature ?? [])),
];
