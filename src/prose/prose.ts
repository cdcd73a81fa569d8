import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { memoize } from "../memo.ts";
import { placeOf, placeOfFile, type TextFile } from "../source/text-file.ts";
import type { LoaderRule } from "../vocabulary/loader-rules.ts";
import { divideProse, stretchesOf } from "./blocks.ts";
import { checkLaws, checkSlots, slots, slotsIn } from "./check/blocks.ts";
import { anchorsOf, checkHeadings, type Anchors } from "./check/headings.ts";
import { checkLinks, type FoundLink } from "./check/links.ts";
import { inspectMarkdown } from "./markup.ts";
import { placeholdersIn, unmark } from "./marks.ts";
import { compileBlock, compilePage, type CompiledBlock } from "./compile.ts";
import { readBlocks } from "./read-blocks.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The prose of a page, ready to be filled, and all that is wrong with it. */
export interface PageProse {
  /** What stands before the first heading; a site may have its own. */
  readonly intro: readonly CompiledBlock[];
  readonly body: readonly CompiledBlock[];
  readonly anchors: Anchors;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes of a file of prose; the longest that is known has 16 KiB. */
export const maximumProseBytes = 256 * 1024;

/** Reads a policy.md, once. */
export const readPage = memoize((source: TextFile): PageProse => {
  const { blocks, headings, links, isRead, diagnostics } = readBlocks(source);
  const anchors = anchorsOf(headings);
  return {
    ...compilePage(blocks),
    anchors,
    diagnostics: [
      ...diagnostics,
      ...(isRead ? checkSlots(source, blocks) : []),
      ...checkHeadings(source, headings),
      ...checkLinks(source, links, anchors),
    ],
  };
});

/** The introduction that a site has of its own, ready to be filled; its links lead into the page that it is read with. */
interface IntroProse {
  readonly blocks: readonly CompiledBlock[];
  readonly links: readonly FoundLink[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an introduction, once. */
export const readIntro = memoize((source: TextFile): IntroProse => {
  const { blocks, headings, links, isRead, diagnostics } = readBlocks(source);
  const misplaced = (what: string, rule: LoaderRule, { start, end }: Span) => {
    const message = `${what} in an introduction, expected it in policy.md`;
    return createDiagnostic(placeOf(source, start, end), { rule, message });
  };
  const isEmpty =
    isRead &&
    diagnostics.length === 0 &&
    stretchesOf(blocks).every(({ text }) => text.trim() === "");
  const message = "introduction that says nothing, expected a text";
  const hint = "delete the file: the page then begins as policy.md does";
  return {
    blocks: blocks.map(compileBlock),
    links,
    diagnostics: [
      ...diagnostics,
      ...slotsIn(blocks).map((block) => {
        const { rule, what } = slots[block.slot];
        return misplaced(what, rule, block);
      }),
      ...headings.map((heading) => misplaced("heading", "bad-heading", heading)),
      ...(isEmpty
        ? [createDiagnostic(placeOfFile(source.file), { rule: "empty-text", message, hint })]
        : []),
    ],
  };
});

/** All that is wrong with an introduction on a page. */
export const checkIntro = (intro: TextFile, page: TextFile): Diagnostic[] => {
  const { links, diagnostics } = readIntro(intro);
  return [...diagnostics, ...checkLinks(intro, links, readPage(page).anchors)];
};

/** Passages of a file of prose that depend on a law of which there is no name. */
export const checkLawConditions = (source: TextFile, laws: readonly string[]): Diagnostic[] =>
  source.text.includes("law.") ? checkLaws(source, divideProse(source).blocks, laws) : [];

/** What a passage, or a heading's words, must have in common with its translation, and what it cannot say. */
interface PassageContent {
  readonly placeholders: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly faults: readonly string[];
}

export function readPassage(text: string, isHeading: boolean): PassageContent {
  const source = { file: "", text: isHeading ? `### ${text}` : text };
  const { blocks, isRead, diagnostics } = divideProse(source);
  const stretches = stretchesOf(blocks);
  const inspected = stretches.map((stretch) => inspectMarkdown(stretch.text, stretch.tokens));
  return {
    placeholders: new Set(
      stretches.flatMap((stretch) => placeholdersIn(stretch.text).map(({ name }) => name)),
    ),
    links: new Set(inspected.flatMap(({ links }) => links.map(({ href }) => unmark(href)))),
    faults: isRead
      ? inspected.flatMap(({ faults }) => faults.map(({ problem }) => problem.message))
      : diagnostics.map(({ message }) => message),
  };
}
