import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { once } from "../memo.ts";
import { placeOf, type Problem, type TextFile } from "../source/text-file.ts";
import { blankComments, linesOf, readDirective, type Slot } from "./lines.ts";
import { tokenize, type Token } from "./markdown.ts";
import { markPlaceholders } from "./marks.ts";

/** What a passage depends on: that something holds, or does not. */
export interface Condition {
  readonly condition: string;
  readonly negated: boolean;
}

/** A stretch of Markdown with its placeholders marked; `start` counts the characters of the file before it. */
export interface Stretch {
  readonly kind: "markdown";
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly start: number;
  /** The conditions of the passages around it. */
  readonly within: readonly Condition[];
}

/** Prose in the order of the file: Markdown, passages that depend on something, and slots. */
export type Block =
  | Stretch
  | { readonly kind: "slot"; readonly slot: Slot; readonly start: number; readonly end: number }
  | (Condition & {
      readonly kind: "passage";
      readonly blocks: readonly Block[];
      readonly start: number;
      readonly end: number;
    });

interface Open extends Condition {
  readonly blocks: Block[];
  readonly start: number;
  readonly end: number;
}

const maximumDepth = 32;

/** What one paragraph may have: the time that emphasis and brackets take grows faster than they do. */
const maximumParagraph = 10_000;

/** What keeps prose from being read at all. */
function findRefusal(text: string, open: number | undefined) {
  const refuse = (start: number, end: number, problem: Problem) => ({ start, end, problem });
  if (open !== undefined) {
    const message = 'comment is not closed, expected "-->" after it';
    return refuse(open, open + 4, { rule: "unknown-markup", message });
  }
  if (/^---[ \t]*\r?\n[\w-]+:[^]*?\n---[ \t]*(?:\r?\n|$)/.test(text)) {
    const message = 'front matter between two lines "---", expected prose from the first line';
    return refuse(0, 3, { rule: "unknown-markup", message });
  }
  let start = 0;
  for (const line of linesOf(text)) {
    if (line.text.trim() === "" || readDirective(line.text.trimEnd()))
      start = line.start + line.text.length;
    else if (line.start + line.text.length - start > maximumParagraph) {
      const message = `paragraph of more than ${maximumParagraph} characters, expected shorter ones with empty lines between`;
      return refuse(start, start, { rule: "paragraph-too-long", message });
    }
  }
  return undefined;
}

/**
 * Divides prose at its lines of `:::`. What is not closed ends with the file, and is reported. `around` are the conditions
 * under which all of it is shown.
 */
export function divideProse(
  source: TextFile,
  around: readonly Condition[] = [],
): {
  blocks: readonly Block[];
  /** Whether it could be read at all. */
  isRead: boolean;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const fail = (start: number, end: number, problem: Problem) =>
    diagnostics.push(createDiagnostic(placeOf(source, start, end), problem));
  const { text: visible, open: unclosed } = blankComments(source.text);
  const refusal = findRefusal(visible, unclosed);
  if (refusal) {
    fail(refusal.start, refusal.end, refusal.problem);
    return { blocks: [], isRead: false, diagnostics };
  }

  const text = markPlaceholders(visible);
  const root: Block[] = [];
  const open: Open[] = [];
  let from = 0;
  let misread = 0;

  function add(until: number) {
    const stretch = text.slice(from, until);
    if (stretch === "") return;
    const within = [...around, ...open.map(({ condition, negated }) => ({ condition, negated }))];
    const tokens = once(() => tokenize(stretch));
    (open.at(-1)?.blocks ?? root).push({
      kind: "markdown",
      text: stretch,
      get tokens() {
        return tokens();
      },
      start: from,
      within,
    });
  }

  for (const { text: whole, start } of linesOf(text)) {
    const line = whole.trimEnd();
    const found = readDirective(line);
    if (!found) continue;
    const end = start + line.length;
    add(start);
    from = start + whole.length;
    const current = open.at(-1)?.blocks ?? root;
    if (found.condition !== undefined) {
      if (open.length === maximumDepth) {
        const message = `more than ${maximumDepth} passages within each other, expected fewer`;
        fail(start, end, { rule: "nesting-too-deep", message });
        return { blocks: [], isRead: false, diagnostics };
      }
      const { condition } = found;
      const passage = { condition, negated: found.word === "unless", blocks: [], start, end };
      current.push({ kind: "passage", ...passage });
      open.push(passage);
    } else if (found.slot !== undefined) {
      current.push({ kind: "slot", slot: found.slot, start, end });
    } else if (found.rest !== undefined && found.rest !== "") {
      const message = `"${source.text.slice(start, end)}", expected "::: if …", "::: unless …", "::: cookies", "::: rights" or ":::"`;
      fail(start, end, { rule: "unknown-passage", message });
      misread += 1;
    } else if (!open.pop()) {
      if (misread > 0) {
        // It closes what was meant to be opened, which is reported there.
        misread -= 1;
        continue;
      }
      const message = 'passage closed that is not open, expected "::: if …" before it';
      fail(start, end, { rule: "unclosed-passage", message });
    }
  }
  add(text.length);
  for (const { start, end } of open) {
    const message = 'passage is not closed, expected a line ":::" after it';
    fail(start, end, { rule: "unclosed-passage", message });
  }
  return { blocks: root, isRead: true, diagnostics };
}

/** Every stretch of Markdown in order, those within passages included. */
export const stretchesOf = (blocks: readonly Block[]): Stretch[] =>
  blocks.flatMap((block) => {
    if (block.kind === "markdown") return [block];
    return block.kind === "slot" ? [] : stretchesOf(block.blocks);
  });
