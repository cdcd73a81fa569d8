import type { Diagnostic } from "../../diagnostic.ts";
import { placeOf, type Problem, report, type TextFile } from "../../registry/text.ts";
import { categories } from "../../registry/schema/vocabulary.ts";
import { takeAnchor, tokenize } from "./markdown.ts";
import type { Stretch } from "./parse.ts";

/** A heading as it stands in the file; `start` counts characters of the file from 0. */
export interface FoundHeading {
  readonly level: number;
  readonly anchor: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The headings of a stretch, in order. */
export function headingsIn({ text, start }: Stretch): FoundHeading[] {
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
function problemOf(
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
export function checkHeadings(source: TextFile, headings: readonly FoundHeading[]): Diagnostic[] {
  const anchors = headings.map(({ anchor }) => anchor);
  return headings.flatMap((heading, index) => {
    const problem = problemOf(heading, anchors.slice(0, index));
    return problem ? [report(placeOf(source, heading.start, heading.end), problem)] : [];
  });
}
