import type { Site } from "../../registry/schema/site.ts";
import { describeLanguage } from "./format.ts";
import type { Alternate, LanguageLink } from "./policy.ts";
import { memoizeByText } from "../../memo.ts";

/** Root by CLDR: the same order on every page, whatever its language and the machine's. */
const collator = new Intl.Collator("en");

const waysBetween = memoizeByText(
  (current: string | null, tags: readonly string[]): readonly LanguageLink[] =>
    tags
      .map((tag) => ({
        tag,
        ...describeLanguage(tag),
        href: `${current === null ? "" : "../"}${tag}/index.html`,
        current: tag === current,
      }))
      .toSorted((a, b) => collator.compare(a.name, b.name)),
  (current, tags) => `${current ?? ""} ${tags.join(" ")}`,
);

/**
 * The ways to the pages of a site, from the page in the language `current` or from above them all, in collation order
 * of their languages' own names; for the same languages the same object.
 */
export const waysOf = ({ languages }: Site, current: string | null): readonly LanguageLink[] =>
  waysBetween(current, languages);

/** The absolute address of a page, where the site says it; a single one is that of the default language. */
export function policyUrlOf({ policyUrl, languages }: Site, tag: string): string | null {
  if (typeof policyUrl === "string") return tag === languages[0] ? policyUrl : null;
  return policyUrl?.[tag] ?? null;
}

/** Those of `waysOf` of which the site says the absolute address. */
export const alternatesOf = (site: Site, current: string | null): Alternate[] =>
  site.policyUrl === undefined
    ? []
    : waysOf(site, current).flatMap((way) => {
        const url = policyUrlOf(site, way.tag);
        return url === null ? [] : [{ ...way, url }];
      });
