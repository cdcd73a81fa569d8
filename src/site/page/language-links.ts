import type { Site } from "../../registry/schema/site.ts";
import { describeLanguage } from "./format.ts";
import type { Alternate, LanguageLink } from "./policy.ts";
import { memoize, memoizeByText } from "../../memo.ts";

/** Root by CLDR: the same order on every page, whatever its language and the machine's. */
const collator = new Intl.Collator("en");

/** The absolute address of a page, where the site says it; a single one is that of the default language. */
export function policyUrlOf({ policyUrl, languages }: Site, tag: string): string | null {
  if (typeof policyUrl === "string") return tag === languages[0] ? policyUrl : null;
  return policyUrl?.[tag] ?? null;
}

type Pages = readonly (readonly [tag: string, url: string | null])[];

/** The pages of a site; for the same languages and addresses the same object. */
const pagesOf = memoize((site: Site) =>
  known(site.languages.map((tag) => [tag, policyUrlOf(site, tag)])),
);
const known = memoizeByText((pages: Pages) => pages, JSON.stringify);

const waysBetween = memoize((pages: Pages) =>
  memoizeByText(
    (current: string | null): readonly LanguageLink[] =>
      pages
        .map(([tag, url]) => ({
          tag,
          ...describeLanguage(tag),
          href: url ?? `${current === null ? "" : "../"}${tag}/index.html`,
          current: tag === current,
        }))
        .toSorted((a, b) => collator.compare(a.name, b.name)),
    String,
  ),
);

/**
 * The ways to the pages of a site, from the page in the language `current` or from above them all, in collation order
 * of their languages' own names; for the same languages and addresses the same object.
 */
export const waysOf = (site: Site, current: string | null): readonly LanguageLink[] =>
  waysBetween(pagesOf(site))(current);

const alternatesBetween = memoize((pages: Pages): readonly Alternate[] =>
  waysBetween(pages)(null).flatMap(({ tag }) => {
    const url = pages.find(([of]) => of === tag)![1];
    if (url === null) return [];
    const isDefault = tag === pages[0]![0];
    return [{ hreflang: tag, url }, ...(isDefault ? [{ hreflang: "x-default", url }] : [])];
  }),
);

/** The pages whose absolute address the site says, in the order of `waysOf`; that of the default language stands for all others. */
export const alternatesOf = (site: Site): readonly Alternate[] => alternatesBetween(pagesOf(site));
