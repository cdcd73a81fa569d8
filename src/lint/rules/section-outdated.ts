import { replacedParagraph } from "../../prose/compose.ts";
import { dividePassages } from "../../prose/passages.ts";
import type { Words } from "../../registry/registry.ts";
import { allSections, type Section } from "../../registry/languages/sections.ts";
import { fingerprint } from "../../registry/languages/texts.ts";
import { placeOfFile } from "../../source/text-file.ts";
import type { CraftRule } from "../rule.ts";

/** The English that a text takes the place of: of a paragraph, the passage that it stands in. */
function replacedEnglish(
  { prose }: Words,
  section: Section,
  originals: ReadonlyMap<string, string>,
): string[] {
  const { anchor, how, paragraph } = section;
  if (how !== "replaces") return [];
  if (!paragraph)
    return [...originals].flatMap(([key, text]) =>
      key.startsWith(`prose/${anchor}/`) ? [text] : [],
    );
  const at = replacedParagraph(prose, section);
  const passage = dividePassages(prose).passages.find(
    ({ start, end }) => at !== undefined && start <= at && at < end,
  );
  return [originals.get(passage?.key ?? "") ?? []].flat();
}

const markOf = (english: readonly string[]): string => fingerprint(english.join("\n\n"));

const section = (mark: string): string =>
  `---\nenglish: "${mark}"\n---\nA cookie is a small text that a site stores.\n`;

const policy = `::: cookies

## What is a cookie? {#what-is-a-cookie}

A cookie is a small piece of data.

## Who is responsible {#controller}

::: if site.controller

{{ site.controller.name }}

:::

::: if withdrawal

You can withdraw your consent.

:::

::: rights
`;

export const sectionOutdated: CraftRule = {
  id: "section-outdated",
  severity: "note",
  needs: "language",
  summary:
    "The English that a text of yours replaces has changed since it was written, or nothing says which it was.",
  why: "A text that replaces a section or a paragraph gets no correction of it any more. The mark in its front matter tells when there is one to look at.",
  bad: {
    "content/en/policy.md": policy,
    "content/en/policy/what-is-a-cookie.md": section("0123456789abcdef"),
  },
  good: {
    "content/en/policy.md": policy,
    "content/en/policy/what-is-a-cookie.md": section(
      markOf(["What is a cookie?", "A cookie is a small piece of data."]),
    ),
  },
  check(words, { registry }) {
    const sections = allSections(words.sections);
    if (sections.length === 0) return [];
    const originals = registry.originals();
    return sections.flatMap((one) => {
      const english = replacedEnglish(words, one, originals);
      if (english.length === 0 || one.english === markOf(english)) return [];
      const message =
        one.english === undefined
          ? "no mark of the English that this replaces, expected one in its front matter"
          : "text in the place of English that has changed since, expected it read again";
      return [
        {
          path: [],
          place: placeOfFile(one.text.file),
          message,
          hint: `write english: "${markOf(english)}" between two lines "---" at its beginning`,
        },
      ];
    });
  },
};
