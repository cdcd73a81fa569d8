import type { Diagnostic } from "../../diagnostic.ts";
import { didYouMean, expectedOneOf } from "../../registry/expected.ts";
import { placeOf, report, type TextFile } from "../../registry/text.ts";
import { checkHeadings, headingsIn } from "./headings.ts";
import { checkLinks } from "./links.ts";
import { type Block, parseProse, type Stretch, stretchesOf } from "./parse.ts";
import {
  conditions,
  guardsOf,
  placeholderPattern,
  placeholders,
  safePlaceholders,
} from "./placeholders.ts";

function checkPlaceholders(source: TextFile, { text, start, holding }: Stretch): Diagnostic[] {
  const safe = safePlaceholders(holding);
  return [...text.matchAll(placeholderPattern)].flatMap(({ 0: whole, 1: inner = "", index }) => {
    const name = inner.trim();
    if (safe.has(name)) return [];
    const place = placeOf(source, start + index, start + index + whole.length);
    if (!placeholders.includes(name)) {
      const message = `unknown placeholder "${name}", ${expectedOneOf(name, placeholders)}`;
      const hint = didYouMean(name, placeholders);
      return [report(place, { rule: "unknown-placeholder", message, hint })];
    }
    const guards = guardsOf(name).map((condition) => `"::: if ${condition}"`);
    const message = `a site may lack "${name}", expected it within ${guards.join(" or ")}`;
    return [report(place, { rule: "unguarded-placeholder", message })];
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
      report(placeOf(source, start, end), { rule: "unknown-passage", message, hint }),
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
  return places.map((place) => report(place, { rule: "misplaced-tables", message }));
}

/** What is wrong in the prose of a page. */
export function checkProse(source: TextFile): Diagnostic[] {
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
export function checkIntro(source: TextFile, prose: TextFile): Diagnostic[] {
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
      report(placeOf(source, start, end), misplaced("misplaced-tables", "tables")),
    ),
    ...stretches
      .flatMap(headingsIn)
      .map(({ start, end }) =>
        report(placeOf(source, start, end), misplaced("bad-heading", "heading")),
      ),
    ...checkLinks(source, stretches, anchors),
  ];
}
