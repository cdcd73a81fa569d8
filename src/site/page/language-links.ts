import type { Site } from "../../registry/schema/site.ts";
import { describeLanguage } from "./format.ts";
import type { Alternate, LanguageLink } from "./policy.ts";
import { memoizeByText } from "../../memo.ts";

/** Root by CLDR: the same order on every page, whatever its language and the machine's. */
const collator = new Intl.Collator("en");

/** The absolute address of a page, where the site says it; a single one is that of the default language. */
export function policyUrlOf({ policyUrl, languages }: Site, tag: string): string | null {
  if (typeof policyUrl === "string") return tag === languages[0] ? policyUrl : null;
  return policyUrl?.[tag] ?? null;
}

const waysBetween = memoizeByText(
  (
    current: string | null,
    pages: readonly (readonly [tag: string, url: string | null])[],
  ): readonly LanguageLink[] =>
    pages
      .map(([tag, url]) => ({
        tag,
        ...describeLanguage(tag),
        href: url ?? `${current === null ? "" : "../"}${tag}/index.html`,
        current: tag === current,
      }))
      .toSorted((a, b) => collator.compare(a.name, b.name)),
  (current, pages) => JSON.stringify([current, pages]),
);

/**
 * The ways to the pages of a site, from the page in the language `current` or from above them all, in collation order
 * of their languages' own names; for the same languages and addresses the same object.
 */
export const waysOf = (site: Site, current: string | null): readonly LanguageLink[] =>
  waysBetween(
    current,
    site.languages.map((tag) => [tag, policyUrlOf(site, tag)]),
  );

/** The pages whose absolute address the site says, in the order of `waysOf`; that of the default language stands for all others. */
export const alternatesOf = (site: Site): Alternate[] =>
  waysOf(site, null).flatMap(({ tag }) => {
    const url = policyUrlOf(site, tag);
    if (url === null) return [];
    const isDefault = tag === site.languages[0];
    return [{ hreflang: tag, url }, ...(isDefault ? [{ hreflang: "x-default", url }] : [])];
  });
