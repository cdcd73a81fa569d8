import type { AddPages } from "../site/build/eleventy-pages.ts";
import type { PlainPolicy } from "../site/page/plain-policy.ts";
import type { Parts } from "../site/render/parts.ts";

/** What the data cascade of a page holds, `policy` and `lang` among it. */
interface PageData {
  readonly policy: PlainPolicy;
}

/** The pages of a site, one in each language: beside its id, front matter as any page has it. */
export interface PolicyPages {
  readonly site: string;
  /** Where a page stands, by its data or, for a site of one language, as a text. */
  readonly permalink: string | ((data: PageData) => string);
  readonly layout?: string;
  readonly [key: string]: unknown;
}

/** Adds the pages of a site; title and language are those of the policy where the front matter says no other. */
export function addPolicyPages(
  add: AddPages,
  { site, ...frontMatter }: PolicyPages,
  parts: () => Parts,
): void {
  const { eleventyComputed } = frontMatter;
  const data = {
    ...frontMatter,
    pagination: {
      data: `cookiePolicies.${site}`,
      size: 1,
      alias: "policy",
      resolve: "values",
      addAllPagesToCollections: true,
    },
    eleventyComputed: {
      ...("title" in frontMatter ? {} : { title: ({ policy }: PageData) => policy.title }),
      ...("lang" in frontMatter ? {} : { lang: ({ policy }: PageData) => policy.language.tag }),
      ...(eleventyComputed as object | undefined),
    },
  };
  add(site, data, ({ policy }) => {
    const { site: shown, language } = policy as PlainPolicy;
    return parts().policy(shown.id, language.tag);
  });
}
