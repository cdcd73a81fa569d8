import { createDiagnostic, type Diagnostic, type Place } from "../diagnostic.ts";
import { listOptions } from "../source/suggestions.ts";
import { placeOf, placeOfFile, type Problem, type TextFile } from "../source/text-file.ts";
import { stretchesOf, type Block, type Stretch } from "./blocks.ts";
import { checkSlots, slots, slotsIn } from "./check/blocks.ts";
import { anchorsOf, checkHeadings, headingsIn } from "./check/headings.ts";
import { checkLinks, type FoundLink } from "./check/links.ts";
import { compilePage } from "./compile.ts";
import { attributeOf } from "./markdown.ts";
import type { PageProse } from "./prose.ts";
import { readBlocks } from "./read-blocks.ts";
import {
  beginningsOf,
  beginsSection,
  divideStretches,
  elementsOfPage,
  findParagraphs,
  findSection,
  rewriteBlocks,
  startOf,
  type PageSection,
} from "./sections.ts";

/** A text of a project in a section of policy.md: in the place of something there, before it or behind it. */
export interface SectionText {
  /** The anchor of the section. */
  readonly anchor: string;
  /** Without its front matter, every other character in its place. */
  readonly text: TextFile;
  readonly how: "replaces" | "before" | "after";
  /** How the paragraph begins that is meant; absent where the whole section is. */
  readonly paragraph?: { readonly words: string; readonly place: Place };
}

const anchorsIn = (blocks: readonly Block[]) => anchorsOf(stretchesOf(blocks).flatMap(headingsIn));

/** The paragraph that a text names, if it is one alone. */
function findTarget(section: PageSection, { anchor, paragraph }: SectionText) {
  if (!paragraph) return { diagnostics: [] };
  const { words, place } = paragraph;
  const found = findParagraphs(section, words);
  const [target] = found;
  if (target && found.length === 1) return { target, diagnostics: [] };
  const message = target
    ? `${found.length} paragraphs of "${anchor}" begin with "${words}", expected more words of one`
    : `no paragraph of "${anchor}" begins with "${words}", expected ${listOptions(beginningsOf(section), words)}`;
  return { diagnostics: [createDiagnostic(place, { rule: "unknown-paragraph", message })] };
}

/** Where the paragraph begins in its file that a text takes the place of, counted from 0. */
export function replacedParagraph(page: TextFile, one: SectionText): number | undefined {
  const section = findSection(elementsOfPage(page), one.anchor);
  const target = section && one.how === "replaces" ? findTarget(section, one).target : undefined;
  return target && startOf(target);
}

/** What of the page a text takes the place of. */
function replacedBy({ body }: PageSection, { how, paragraph }: SectionText, target?: Stretch) {
  if (how !== "replaces") return [];
  if (paragraph) return target ? [target] : [];
  return body;
}

/** A text as it was read for its place: its own heading, if it has one, and the rest. */
interface OwnText {
  readonly read: ReturnType<typeof readBlocks>;
  readonly heading: Stretch | undefined;
  readonly rest: readonly Block[];
}

function readOwn({ anchor, text, how, paragraph }: SectionText, around: Stretch): OwnText {
  const read = readBlocks(text, around.within);
  const elements = divideStretches(read.blocks);
  const [first, ...others] = elements;
  const hasHeading = how === "replaces" && !paragraph && beginsSection(first, anchor);
  return hasHeading
    ? { read, heading: first, rest: others }
    : { read, heading: undefined, rest: elements };
}

/** All that is wrong with a text but its links. */
function checkOwn(
  { anchor, text }: SectionText,
  { read, heading: own, rest }: OwnText,
  replaced: readonly Block[],
  taken: Iterable<string>,
): Diagnostic[] {
  const headings = own ? read.headings.slice(1) : read.headings;
  const expected = slotsIn(replaced).map(({ slot }) => slot);
  const fail = ({ start, end }: { start: number; end: number }, problem: Problem) =>
    createDiagnostic(placeOf(text, start, end), problem);
  const large = headings.filter(({ level }) => level === 2);
  const superfluous = slotsIn(read.blocks).filter(({ slot }) => !expected.includes(slot));
  const isEmpty = read.isRead && read.diagnostics.length === 0 && rest.length === 0;
  return [
    ...read.diagnostics,
    ...checkHeadings(
      text,
      headings.filter((heading) => !large.includes(heading)),
      taken,
    ),
    ...large.map((heading) => {
      const message = 'heading of the second level in the text of a section, expected "###"';
      const hint = `a text that replaces the section may begin with one that ends in {#${anchor}}`;
      return fail(heading, { rule: "bad-heading", message, hint });
    }),
    ...(read.isRead ? checkSlots(text, read.blocks, expected) : []),
    ...superfluous.map((block) => {
      const { rule, what } = slots[block.slot];
      const message = `${what} in a text that replaces none, expected them in policy.md`;
      return fail(block, { rule, message });
    }),
    ...(isEmpty
      ? [
          createDiagnostic(placeOfFile(text.file), {
            rule: "empty-text",
            message: "section that says nothing, expected a text",
            hint: "delete the file: the page then says what policy.md does",
          }),
        ]
      : []),
  ];
}

/** A page with a text put into it, and what is wrong with the text but for its links. */
interface Placed {
  readonly blocks: readonly Block[];
  readonly links: readonly FoundLink[];
  /** Anchors that stood in what is replaced. */
  readonly lost: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function putText(page: readonly Block[], one: SectionText): Placed {
  const { anchor, how, paragraph } = one;
  const section = findSection(page, anchor);
  // That no section has the anchor is said of the name of the file.
  if (!section) return { blocks: page, links: [], lost: [], diagnostics: [] };
  const { target, ...ofTarget } = findTarget(section, one);
  const replaced = replacedBy(section, one, target);
  const own = readOwn(one, target ?? section.heading);
  const kept = rewriteBlocks(page, (block) => (replaced.includes(block) ? [] : undefined));
  const { links } = own.read;
  const diagnostics = [
    ...ofTarget.diagnostics,
    ...checkOwn(one, own, replaced, anchorsIn(kept).keys()),
  ];
  if (paragraph && !target) return { blocks: page, links, lost: [], diagnostics };
  const beside = target ?? (how === "after" ? section.body.at(-1) : undefined) ?? section.heading;
  const put = (block: Block): readonly Block[] => {
    if (!target) return [own.heading ?? block, ...own.rest];
    if (how === "replaces") return own.rest;
    return how === "before" ? [...own.rest, block] : [block, ...own.rest];
  };
  const blocks = rewriteBlocks(page, (block) => {
    if (block === beside) return put(block);
    return replaced.includes(block) ? [] : undefined;
  });
  return { blocks, links, lost: [...anchorsIn(replaced).keys()], diagnostics };
}

const linksTo = (blocks: readonly Block[], anchor: string): boolean =>
  stretchesOf(blocks).some(({ tokens }) =>
    tokens.some(({ children }) =>
      children?.some((child) => attributeOf(child, "href") === `#${anchor}`),
    ),
  );

/** The prose of a page with texts of a project in its sections. `diagnostics` are those of the texts alone. */
export function composePage(page: TextFile, sections: readonly SectionText[]): PageProse {
  let blocks = elementsOfPage(page);
  const placed = sections.map((one) => {
    const result = putText(blocks, one);
    ({ blocks } = result);
    return { ...result, text: one.text };
  });
  const anchors = anchorsIn(blocks);
  return {
    ...compilePage(blocks),
    anchors,
    diagnostics: placed.flatMap(({ text, links, lost, diagnostics }) => [
      ...diagnostics,
      ...checkLinks(text, links, anchors),
      ...lost.flatMap((anchor) => {
        if (anchors.has(anchor) || !linksTo(blocks, anchor)) return [];
        const message = `no anchor "#${anchor}", to which another part of the page links, expected a heading with it`;
        return [createDiagnostic(placeOfFile(text.file), { rule: "unknown-anchor", message })];
      }),
    ]),
  };
}
