import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { memoizeByText } from "../memo.ts";
import { didYouMean, expectedOneOf } from "../source/suggestions.ts";
import { placeOf, type Problem, type TextFile } from "../source/text-file.ts";
import { categories } from "../vocabulary/vocabulary.ts";
import type { Block, Condition, Stretch } from "./blocks.ts";
import { linesOf } from "./lines.ts";
import { anchorOf, isAllowedLink } from "./markdown.ts";
import { inspectMarkdown, type Link } from "./markup.ts";
import {
  conditions,
  findPlaceholder,
  fillMarked,
  follows,
  isLawCondition,
  guardsOf,
  isMarked,
  placeholderNames,
  placeholders,
  placeholdersIn,
  targetOf,
  unmark,
} from "./placeholders.ts";

/** A heading as it stands in the file; `start` and `end` count its characters from 0. */
export interface FoundHeading {
  readonly level: number;
  readonly anchor: string | undefined;
  /** Whether it stands at the beginning of a line, with its level before it. */
  readonly isPlain: boolean;
  readonly start: number;
  readonly end: number;
  readonly within: readonly Condition[];
}

/** A link as it stands in the file, with the conditions under which it is shown. */
export interface FoundLink extends Link {
  readonly within: readonly Condition[];
}

/** The conditions under which each anchor of a page is there. */
export type Anchors = ReadonlyMap<string, readonly Condition[]>;

/** The headings of a stretch, in order. */
export function headingsIn({ text, start, tokens, within }: Stretch): FoundHeading[] {
  const lines = linesOf(text);
  return tokens.flatMap((token) => {
    if (token.type !== "heading_open" || !token.map) return [];
    const line = lines[token.map[0]]!;
    const at = start + line.start;
    return [
      {
        level: Number(token.tag.slice(1)),
        anchor: anchorOf(token),
        isPlain: token.level === 0 && token.markup.startsWith("#"),
        start: at,
        end: at + line.text.trimEnd().length,
        within,
      },
    ];
  });
}

/** Whether the tables and the list of providers bear such an id. */
const isTaken = (anchor: string): boolean =>
  (categories as readonly string[]).includes(anchor) || /^providers?(-|$)/.test(anchor);

/** The fault of a heading, given the anchors of those before it. */
function headingProblem(
  { level, anchor, isPlain }: FoundHeading,
  earlier: ReadonlySet<string>,
): Problem | undefined {
  if (!isPlain) {
    const message =
      'heading that is underlined or in a list or quote, expected "##" at the beginning of its line';
    return { rule: "bad-heading", message };
  }
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
  if (anchor === undefined || !earlier.has(anchor)) return undefined;
  return { rule: "duplicate-anchor", message: `anchor "${anchor}" stands twice, expected another` };
}

/** Headings of other levels than the second and third, and anchors that are missing or stand twice. */
export function checkHeadings(source: TextFile, headings: readonly FoundHeading[]): Diagnostic[] {
  const earlier = new Set<string>();
  return headings.flatMap((heading) => {
    const problem = headingProblem(heading, earlier);
    if (heading.anchor !== undefined) earlier.add(heading.anchor);
    return problem ? [createDiagnostic(placeOf(source, heading.start, heading.end), problem)] : [];
  });
}

export const anchorsOf = (headings: readonly FoundHeading[]): Anchors =>
  new Map(
    headings.flatMap(({ anchor, within }) => (anchor === undefined ? [] : [[anchor, within]])),
  );

/** Whether every link with such a target leads somewhere, whatever fills its placeholders. */
function isSoundTarget(href: string): boolean {
  const alone = targetOf(href);
  if (alone) return findPlaceholder(alone.name)?.target === (alone.isMail ? "mail" : "address");
  const host = /^https:\/\/([^/?#]*)/.exec(href)?.[1] ?? "";
  if (isMarked(host) && unmark(host) !== "{{site.host}}") return false;
  if (href.startsWith("http:") || (isMarked(href) && href.startsWith("mailto:"))) return false;
  return isAllowedLink(fillMarked(href, () => "x"));
}

const targets = (kind: "address" | "mail"): string =>
  placeholders
    .filter(({ target }) => target === kind)
    .map(({ name }) => `"${name}"`)
    .join(", ");

function linkProblem({ href, within }: FoundLink, anchors: Anchors): Problem | undefined {
  // That one is unknown is said of the placeholder itself.
  const names = placeholdersIn(href).map(({ name }) => name);
  if (names.some((name) => !findPlaceholder(name))) return undefined;
  if (!isSoundTarget(href)) {
    const message = `link to "${unmark(href)}", expected "https:…", "mailto:…", "#anchor" or one placeholder alone`;
    const hint =
      names.length > 0
        ? `addresses alone are ${targets("address")}, behind "mailto:" ${targets("mail")}; others may stand behind the host`
        : undefined;
    return { rule: "bad-link", message, hint };
  }
  if (!href.startsWith("#")) return undefined;
  const needed = anchors.get(href.slice(1));
  if (!needed) {
    const known = [...anchors.keys()].map((anchor) => `#${anchor}`);
    const message = `unknown anchor "${unmark(href)}", ${expectedOneOf(href, known)}`;
    return { rule: "unknown-anchor", message };
  }
  const missing = needed.find(
    ({ condition, negated }) =>
      !within.some(
        (holding) =>
          holding.negated === negated &&
          (negated ? follows(holding.condition, condition) : follows(condition, holding.condition)),
      ),
  );
  if (!missing) return undefined;
  const passage = `"::: ${missing.negated ? "unless" : "if"} ${missing.condition}"`;
  const message = `anchor "${href}" is not always there, expected the link within ${passage}, too`;
  return { rule: "unknown-anchor", message };
}

/** Links with a target that prose may not have, or to an anchor that is not there where they are. */
export const checkLinks = (
  source: TextFile,
  links: readonly FoundLink[],
  anchors: Anchors,
): Diagnostic[] =>
  links.flatMap((link) => {
    const problem = linkProblem(link, anchors);
    return problem ? [createDiagnostic(placeOf(source, link.start, link.end), problem)] : [];
  });

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

/** Every slot but the one of its kind that stands outside of all passages; the end of the file where none does. */
export const checkSlots = (source: TextFile, blocks: readonly Block[]): Diagnostic[] =>
  (["cookies", "rights"] as const).flatMap((slot) => {
    const { rule, what } = slots[slot];
    const message = `expected "::: ${slot}" exactly once, outside of all passages, where the ${what} go`;
    const right = blocks.find((block) => block.kind === "slot" && block.slot === slot);
    const wrong = slotsIn(blocks).filter((block) => block.slot === slot && block !== right);
    const places = wrong.map(({ start, end }) => placeOf(source, start, end));
    if (!right && wrong.length === 0)
      places.push(placeOf(source, source.text.length, source.text.length));
    return places.map((place) => createDiagnostic(place, { rule, message }));
  });
