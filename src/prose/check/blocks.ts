import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { memoizeByText } from "../../memo.ts";
import { didYouMean, expectedOneOf } from "../../source/suggestions.ts";
import { placeOf, type Problem, type TextFile } from "../../source/text-file.ts";
import type { Block, Condition, Stretch } from "../blocks.ts";
import type { Slot } from "../lines.ts";
import type { FoundLink } from "./links.ts";
import { placeholdersIn } from "../marks.ts";
import { inspectMarkdown } from "../markup.ts";
import {
  conditions,
  findPlaceholder,
  follows,
  guardsOf,
  isLawCondition,
  placeholderNames,
} from "../placeholders.ts";

const unknownPlaceholder = memoizeByText((name): Problem => ({
  rule: "unknown-placeholder",
  message: `unknown placeholder "${name}", ${expectedOneOf(name, placeholderNames)}`,
  hint: didYouMean(name, placeholderNames),
}));

function placeholderProblem(name: string, within: readonly Condition[]): Problem | undefined {
  const placeholder = findPlaceholder(name);
  if (!placeholder) return unknownPlaceholder(name);
  const { guard } = placeholder;
  if (guard === null) return undefined;
  if (within.some(({ condition, negated }) => !negated && follows(guard, condition)))
    return undefined;
  const guards = guardsOf(placeholder).map((condition) => `"::: if ${condition}"`);
  const message = `a site may lack "${name}", expected it within ${guards.join(" or ")}`;
  return { rule: "unguarded-placeholder", message };
}

/** What is wrong with the Markdown of a stretch and its placeholders, and its links. */
export function checkStretch(
  source: TextFile,
  { text, tokens, start, within }: Stretch,
): { diagnostics: Diagnostic[]; links: FoundLink[] } {
  const { faults, links } = inspectMarkdown(text, tokens);
  const ofPlaceholders = placeholdersIn(text).flatMap((found) => {
    const problem = placeholderProblem(found.name, within);
    return problem ? [{ ...found, problem }] : [];
  });
  return {
    diagnostics: [...faults, ...ofPlaceholders].map(({ problem, ...found }) =>
      createDiagnostic(placeOf(source, start + found.start, start + found.end), problem),
    ),
    links: links.map((link) => ({
      href: link.href,
      start: start + link.start,
      end: start + link.end,
      within,
    })),
  };
}

export function checkConditions(source: TextFile, blocks: readonly Block[]): Diagnostic[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "passage") return [];
    const { condition, start, end } = block;
    const inner = checkConditions(source, block.blocks);
    if (conditions.includes(condition) || isLawCondition(condition)) return inner;
    const message = `unknown condition "${condition}", ${expectedOneOf(condition, conditions)}`;
    const hint = didYouMean(condition, conditions);
    const problem = { rule: "unknown-passage", message, hint } as const;
    return [createDiagnostic(placeOf(source, start, end), problem), ...inner];
  });
}

/** Passages on laws other than those of these ids. */
export function checkLaws(
  source: TextFile,
  blocks: readonly Block[],
  laws: readonly string[],
): Diagnostic[] {
  const known = [...new Set(laws)].map((id) => `law.${id}`);
  return blocks.flatMap((block) => {
    if (block.kind !== "passage") return [];
    const { condition, start, end } = block;
    const inner = checkLaws(source, block.blocks, laws);
    if (!isLawCondition(condition) || known.includes(condition)) return inner;
    const message = `unknown law "${condition}", ${expectedOneOf(condition, known)}`;
    const problem = {
      rule: "unknown-passage",
      message,
      hint: didYouMean(condition, known),
    } as const;
    return [createDiagnostic(placeOf(source, start, end), problem), ...inner];
  });
}

type SlotBlock = Extract<Block, { kind: "slot" }>;

export const slotsIn = (blocks: readonly Block[]): SlotBlock[] =>
  blocks.flatMap((block) =>
    block.kind === "slot" ? [block] : block.kind === "passage" ? slotsIn(block.blocks) : [],
  );

/** The slots of a page, with the rule about the place of each. */
export const slots = {
  cookies: { rule: "misplaced-tables", what: "tables" },
  rights: { rule: "misplaced-rights", what: "rights" },
} as const;

const everySlot: readonly Slot[] = ["cookies", "rights"];

/** Every slot but the one of its kind that stands outside of all passages; the end of the file where none does. */
export const checkSlots = (
  source: TextFile,
  blocks: readonly Block[],
  expected = everySlot,
): Diagnostic[] =>
  expected.flatMap((slot) => {
    const { rule, what } = slots[slot];
    const message = `expected "::: ${slot}" exactly once, outside of all passages, where the ${what} go`;
    const right = blocks.find((block) => block.kind === "slot" && block.slot === slot);
    const wrong = slotsIn(blocks).filter((block) => block.slot === slot && block !== right);
    const places = wrong.map(({ start, end }) => placeOf(source, start, end));
    if (!right && wrong.length === 0)
      places.push(placeOf(source, source.text.length, source.text.length));
    return places.map((place) => createDiagnostic(place, { rule, message }));
  });
