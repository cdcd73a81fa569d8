import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { placeOf, type Problem, type TextFile } from "../../source/text-file.ts";
import { categories } from "../../vocabulary/vocabulary.ts";
import type { Condition, Stretch } from "../blocks.ts";
import { linesOf } from "../lines.ts";
import { anchorOf } from "../markdown.ts";

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

/** Headings of other levels than the second and third, and anchors that are missing or stand twice, there or in `taken`. */
export function checkHeadings(
  source: TextFile,
  headings: readonly FoundHeading[],
  taken: Iterable<string> = [],
): Diagnostic[] {
  const earlier = new Set(taken);
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
