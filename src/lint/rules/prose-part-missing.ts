import type { CompiledBlock } from "../../prose/compile.ts";
import { composePage } from "../../prose/compose.ts";
import { readPage, type PageProse } from "../../prose/prose.ts";
import { allSections } from "../../registry/languages/sections.ts";
import { placeOfFile } from "../../source/text-file.ts";
import type { CraftRule } from "../rule.ts";

const some = (blocks: readonly CompiledBlock[], is: (block: CompiledBlock) => boolean): boolean =>
  blocks.some((block) => is(block) || (block.kind === "passage" && some(block.blocks, is)));

/** What the prose of a page must say besides the cookies and the rights, whose places the loader asks for. */
const parts = [
  {
    what: "who is responsible for the site",
    expected: '"{{ site.controller.name }}"',
    is: (block: CompiledBlock) =>
      block.kind === "html" &&
      block.parts.some(
        (part) =>
          typeof part === "object" &&
          "placeholder" in part &&
          part.placeholder === "site.controller.name",
      ),
  },
  {
    what: "that consent can be withdrawn",
    expected: 'a passage "::: if withdrawal"',
    is: (block: CompiledBlock) =>
      block.kind === "passage" && block.condition === "withdrawal" && !block.negated,
  },
] as const;

const missingIn = ({ intro, body }: PageProse) =>
  parts.filter(({ is }) => !some([...intro, ...body], is));

export const prosePartMissing: CraftRule = {
  id: "prose-part-missing",
  severity: "warning",
  needs: "language",
  summary: "A policy.md or a section of your own lacks what a page must say.",
  why: "A file of yours takes the place of the sentences of the package, and with them of what the law asks of a page: who is responsible, and that consent can be withdrawn. That the cookies and the rights have their place, the loader sees to.",
  bad: { "content/en/policy.md": "We use cookies.\n\n::: cookies\n\n::: rights\n" },
  good: {
    "content/en/policy.md":
      "::: if site.controller\n\nThis site is run by {{ site.controller.name }}.\n\n:::\n\n::: cookies\n\n::: if withdrawal\n\nYou can withdraw your consent.\n\n:::\n\n::: rights\n",
  },
  check(words) {
    const ofPage = missingIn(readPage(words.prose));
    const found = [
      { file: words.prose.file, lost: ofPage },
      ...allSections(words.sections).map((section) => ({
        file: section.text.file,
        lost: missingIn(composePage(words.prose, [section])).filter(
          (part) => !ofPage.includes(part),
        ),
      })),
    ];
    return found.flatMap(({ file, lost }) =>
      lost.map(({ what, expected }) => ({
        path: [],
        place: placeOfFile(file),
        message: `page that does not say ${what}, expected ${expected}`,
      })),
    );
  },
};
