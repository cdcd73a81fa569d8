import { memoize } from "../memo.ts";
import type { TextFile } from "../source/text-file.ts";
import { divideProse, stretchesOf, type Block, type Stretch } from "./blocks.ts";
import { linesOf } from "./lines.ts";
import { anchorOf, type Token } from "./markdown.ts";
import { markPlaceholders, unmark } from "./marks.ts";

/** The elements of a stretch, each by itself: a heading, a paragraph, a list. */
function elementsOf(stretch: Stretch): Stretch[] {
  const elements: Token[][] = [];
  for (const token of stretch.tokens) {
    if (token.level === 0 && token.nesting >= 0) elements.push([]);
    elements.at(-1)!.push(token);
  }
  return elements.map((tokens) => ({ ...stretch, tokens }));
}

/** The blocks with every element of their Markdown by itself. */
export const divideStretches = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    if (block.kind === "markdown") return elementsOf(block);
    return block.kind === "slot" ? [block] : [{ ...block, blocks: divideStretches(block.blocks) }];
  });

/** The blocks of a policy.md by their elements. */
export const elementsOfPage = memoize((page: TextFile): readonly Block[] =>
  divideStretches(divideProse(page).blocks),
);

/** Whether a heading of the second level begins a section there; with `anchor`, that one. */
export const beginsSection = (block: Block | undefined, anchor?: string): block is Stretch => {
  const token = block?.kind === "markdown" ? block.tokens[0] : undefined;
  if (token?.tag !== "h2") return false;
  return anchor === undefined || anchorOf(token) === anchor;
};

const holdsSection = (block: Block): boolean =>
  block.kind === "passage" ? block.blocks.some(holdsSection) : beginsSection(block);

/** A section: its heading, and what stands below it up to the next, or to the end of the passage around both. */
export interface PageSection {
  readonly heading: Stretch;
  readonly body: readonly Block[];
}

/** Finds a section by its anchor among the elements of a page. */
export function findSection(blocks: readonly Block[], anchor: string): PageSection | undefined {
  for (const [index, block] of blocks.entries()) {
    if (beginsSection(block, anchor)) {
      const rest = blocks.slice(index + 1);
      const length = rest.findIndex(holdsSection);
      return { heading: block, body: length < 0 ? rest : rest.slice(0, length) };
    }
    const inner = block.kind === "passage" ? findSection(block.blocks, anchor) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** The anchors of the sections of a page, in their order. */
export const sectionAnchors = (page: TextFile): string[] =>
  stretchesOf(elementsOfPage(page)).flatMap((element) => {
    const [token] = element.tokens;
    return beginsSection(element) && token ? (anchorOf(token) ?? []) : [];
  });

const plain = (text: string): string => unmark(text).replaceAll(/\s+/g, " ").trim();

/** What an element says, as it is written in its file. */
function writtenIn({ text, tokens }: Stretch): string {
  const [from, to] = tokens[0]!.map ?? [0, 0];
  const lines = linesOf(text).slice(from, to);
  return plain(lines.map((line) => line.text).join(""));
}

/** As `writtenIn`, as a reader sees it. */
const readIn = ({ tokens }: Stretch): string =>
  plain(
    tokens
      .flatMap(({ children }) => children ?? [])
      .map(({ type, content }) => (type === "softbreak" ? " " : content))
      .join(""),
  );

/** Where the characters of an element begin in its file, counted from 0. */
export const startOf = ({ text, start, tokens }: Stretch): number =>
  start + (linesOf(text)[tokens[0]!.map?.[0] ?? 0]?.start ?? 0);

/** The paragraphs, lists and quotes of a section, and its smaller headings. */
const paragraphsOf = ({ body }: PageSection): Stretch[] => stretchesOf(body);

/** Those of them that begin with such words, as they are written or as they are read. */
export function findParagraphs(section: PageSection, words: string): Stretch[] {
  const beginning = plain(markPlaceholders(words));
  return paragraphsOf(section).filter((element) =>
    [writtenIn(element), readIn(element)].some((text) => text.startsWith(beginning)),
  );
}

const quotedWords = 6;

/** The first words of each paragraph, by which it can be named. */
export const beginningsOf = (section: PageSection): string[] =>
  paragraphsOf(section).map((element) =>
    writtenIn(element).split(" ").slice(0, quotedWords).join(" "),
  );

/** The blocks with what `change` gives in the place of one; `undefined` leaves it as it is. */
export const rewriteBlocks = (
  blocks: readonly Block[],
  change: (block: Block) => readonly Block[] | undefined,
): Block[] =>
  blocks.flatMap((block) => {
    const changed = change(block);
    if (changed) return changed;
    return block.kind === "passage"
      ? [{ ...block, blocks: rewriteBlocks(block.blocks, change) }]
      : [block];
  });
