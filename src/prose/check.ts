import { type Diagnostic, createDiagnostic } from "../diagnostic.ts";
import type { Texts } from "../registry/registry.ts";
import { didYouMean, expectedOneOf } from "../source/suggestions.ts";
import { placeOf, type Problem, type TextFile } from "../source/text-file.ts";
import { categories } from "../vocabulary/vocabulary.ts";
import { parseProse, stretchesOf, type Block, type Stretch } from "./blocks.ts";
import { attributeOf, flatten, isAllowedLink, takeAnchor, tokenize } from "./markdown.ts";
import {
  conditions,
  guardsOf,
  placeholderPattern,
  placeholders,
  safePlaceholders,
} from "./placeholders.ts";

/** A heading as it stands in the file; `start` counts characters of the file from 0. */
interface FoundHeading {
  readonly level: number;
  readonly anchor: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The headings of a stretch, in order. */
function headingsIn({ text, start }: Stretch): FoundHeading[] {
  const lines = text.split("\n");
  const tokens = tokenize(text);
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || !token.map) return [];
    const [first] = token.map;
    const offset = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, start);
    return [
      {
        level: Number(token.tag.slice(1)),
        anchor: takeAnchor(tokens[index + 1]!),
        start: offset,
        end: offset + lines[first]!.trimEnd().length,
      },
    ];
  });
}

/** Whether the tables and the list of providers bear such an id. */
const isTaken = (anchor: string): boolean =>
  (categories as readonly string[]).includes(anchor) || /^providers?(-|$)/.test(anchor);

/** The fault of a heading, given the anchors of those before it. */
function headingProblem(
  { level, anchor }: FoundHeading,
  earlier: readonly unknown[],
): Problem | undefined {
  if (level === 1 || level > 3) {
    const message = `heading of level ${level}, expected "##" or "###"`;
    const hint = level === 1 ? "the page's title stands in terms.yaml" : undefined;
    return { rule: "bad-heading", message, hint };
  }
  if (level === 2 && anchor === undefined) {
    const message = 'heading without an anchor, expected one at its end such as "{#duration}"';
    return { rule: "missing-anchor", message };
  }
  if (anchor !== undefined && isTaken(anchor)) {
    const message = `anchor "${anchor}" belongs to the tables, expected another`;
    return { rule: "duplicate-anchor", message };
  }
  if (anchor === undefined || !earlier.includes(anchor)) return undefined;
  return { rule: "duplicate-anchor", message: `anchor "${anchor}" stands twice, expected another` };
}

/** Headings of other levels than the second and third, and anchors that are missing or stand twice. */
function checkHeadings(source: TextFile, headings: readonly FoundHeading[]): Diagnostic[] {
  const anchors = headings.map(({ anchor }) => anchor);
  return headings.flatMap((heading, index) => {
    const problem = headingProblem(heading, anchors.slice(0, index));
    return problem ? [createDiagnostic(placeOf(source, heading.start, heading.end), problem)] : [];
  });
}

interface Link {
  readonly href: string;
  /** Where the target stands in the file, counted from 0. */
  readonly start: number;
}

function linksIn({ text, start }: Stretch): Link[] {
  let from = 0;
  return flatten(tokenize(text)).flatMap((token) => {
    const href = token.type === "link_open" ? attributeOf(token, "href") : undefined;
    if (href === undefined) return [];
    const found = text.indexOf(href, from);
    if (found >= 0) from = found + href.length;
    return [{ href, start: start + Math.max(found, 0) }];
  });
}

const wholePlaceholder = /^(mailto:)?\{\{[a-z.]+\}\}$/;

function linkProblem(href: string, anchors: readonly string[]): Problem | undefined {
  if (wholePlaceholder.test(href)) return undefined;
  if (!isAllowedLink(href) || href.startsWith("http:")) {
    const message = `link to "${href}", expected "https:…", "mailto:…", "#anchor" or one placeholder alone`;
    return { rule: "bad-link", message };
  }
  if (!href.startsWith("#") || anchors.includes(href.slice(1))) return undefined;
  const known = anchors.map((anchor) => `#${anchor}`);
  return {
    rule: "unknown-anchor",
    message: `unknown anchor "${href}", ${expectedOneOf(href, known)}`,
  };
}

/** Links with a target that prose may not have, or to an anchor that no heading has. */
const checkLinks = (
  source: TextFile,
  stretches: readonly Stretch[],
  anchors: readonly string[],
): Diagnostic[] =>
  stretches.flatMap(linksIn).flatMap(({ href, start }) => {
    const problem = linkProblem(href, anchors);
    return problem ? [createDiagnostic(placeOf(source, start, start + href.length), problem)] : [];
  });

function checkPlaceholders(source: TextFile, { text, start, holding }: Stretch): Diagnostic[] {
  const safe = safePlaceholders(holding);
  return [...text.matchAll(placeholderPattern)].flatMap(({ 0: whole, 1: inner = "", index }) => {
    const name = inner.trim();
    if (safe.has(name)) return [];
    const place = placeOf(source, start + index, start + index + whole.length);
    if (!placeholders.includes(name)) {
      const message = `unknown placeholder "${name}", ${expectedOneOf(name, placeholders)}`;
      const hint = didYouMean(name, placeholders);
      return [createDiagnostic(place, { rule: "unknown-placeholder", message, hint })];
    }
    const guards = guardsOf(name).map((condition) => `"::: if ${condition}"`);
    const message = `a site may lack "${name}", expected it within ${guards.join(" or ")}`;
    return [createDiagnostic(place, { rule: "unguarded-placeholder", message })];
  });
}

function checkConditions(source: TextFile, blocks: readonly Block[]): Diagnostic[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "passage") return [];
    const { condition, start, end } = block;
    const inner = checkConditions(source, block.blocks);
    if (conditions.includes(condition)) return inner;
    const message = `unknown condition "${condition}", ${expectedOneOf(condition, conditions)}`;
    const hint = didYouMean(condition, conditions);
    return [
      createDiagnostic(placeOf(source, start, end), { rule: "unknown-passage", message, hint }),
      ...inner,
    ];
  });
}

const tablesIn = (blocks: readonly Block[]): Extract<Block, { kind: "tables" }>[] =>
  blocks.flatMap((block) =>
    block.kind === "tables" ? [block] : block.kind === "passage" ? tablesIn(block.blocks) : [],
  );

/** Every `::: cookies` but the one that stands outside of all passages; the end of the file where none does. */
function checkTables(source: TextFile, blocks: readonly Block[]): Diagnostic[] {
  const message =
    'expected "::: cookies" exactly once, outside of all passages, where the tables go';
  const right = blocks.find(({ kind }) => kind === "tables");
  const wrong = tablesIn(blocks).filter((block) => block !== right);
  const places = wrong.map(({ start, end }) => placeOf(source, start, end));
  if (!right && wrong.length === 0)
    places.push(placeOf(source, source.text.length, source.text.length));
  return places.map((place) => createDiagnostic(place, { rule: "misplaced-tables", message }));
}

/** What is wrong in the prose of a page. */
function checkProse(source: TextFile): Diagnostic[] {
  const { blocks, diagnostics } = parseProse(source);
  const stretches = stretchesOf(blocks);
  const headings = stretches.flatMap(headingsIn);
  const anchors = headings.flatMap(({ anchor }) => anchor ?? []);
  return [
    ...diagnostics,
    ...stretches.flatMap((stretch) => checkPlaceholders(source, stretch)),
    ...checkConditions(source, blocks),
    ...checkTables(source, blocks),
    ...checkHeadings(source, headings),
    ...checkLinks(source, stretches, anchors),
  ];
}

/** What is wrong in an introduction that a site has of its own; `prose` is the page that it belongs to. */
function checkIntro(source: TextFile, prose: TextFile): Diagnostic[] {
  const { blocks, diagnostics } = parseProse(source);
  const stretches = stretchesOf(blocks);
  const anchors = stretchesOf(parseProse(prose).blocks)
    .flatMap(headingsIn)
    .flatMap(({ anchor }) => anchor ?? []);
  const misplaced = (rule: "bad-heading" | "misplaced-tables", what: string) =>
    ({ rule, message: `${what} in an introduction, expected it in policy.md` }) as const;
  return [
    ...diagnostics,
    ...stretches.flatMap((stretch) => checkPlaceholders(source, stretch)),
    ...checkConditions(source, blocks),
    ...tablesIn(blocks).map(({ start, end }) =>
      createDiagnostic(placeOf(source, start, end), misplaced("misplaced-tables", "tables")),
    ),
    ...stretches
      .flatMap(headingsIn)
      .map(({ start, end }) =>
        createDiagnostic(placeOf(source, start, end), misplaced("bad-heading", "heading")),
      ),
    ...checkLinks(source, stretches, anchors),
  ];
}

/** What is wrong in the prose of every language. */
export const checkTexts = (texts: readonly Texts[]): Diagnostic[] =>
  texts.flatMap(({ prose, intros }) => [
    ...checkProse(prose),
    ...[...intros.values()].flatMap((intro) => checkIntro(intro, prose)),
  ]);
