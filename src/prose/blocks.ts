import { type Diagnostic, createDiagnostic } from "../diagnostic.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";

/** Prose in the order of the file: Markdown, passages that depend on something, and the place of the tables. */
export type Block =
  | { readonly kind: "markdown"; readonly text: string; readonly start: number }
  | { readonly kind: "tables"; readonly start: number; readonly end: number }
  | {
      readonly kind: "passage";
      readonly condition: string;
      readonly negated: boolean;
      readonly blocks: Block[];
      readonly start: number;
      readonly end: number;
    };

const directive =
  /^:::[ \t]*(?:(?<word>if|unless)[ \t]+(?<condition>\S+)|(?<tables>cookies)|(?<rest>.*?))[ \t]*$/;

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split(/(?<=\n)/).map((line) => {
    const at = start;
    start += line.length;
    return { text: line, start: at };
  });
}

/** Divides prose at its lines of `:::`. What is not closed ends with the file, and is reported. */
export function parseProse(source: TextFile): { blocks: Block[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const root: Block[] = [];
  const open: { blocks: Block[]; start: number; end: number }[] = [];
  const current = () => open.at(-1)?.blocks ?? root;
  const fail = (
    rule: "unknown-passage" | "unclosed-passage",
    start: number,
    end: number,
    message: string,
  ) => diagnostics.push(createDiagnostic(placeOf(source, start, end), { rule, message }));

  for (const { text, start } of linesOf(source.text)) {
    const line = text.trimEnd();
    const end = start + line.length;
    const found = directive.exec(line)?.groups;
    if (!found) {
      const last = current().at(-1);
      if (last?.kind === "markdown")
        current()[current().length - 1] = { ...last, text: last.text + text };
      else current().push({ kind: "markdown", text, start });
    } else if (found["condition"]) {
      const blocks: Block[] = [];
      const negated = found["word"] === "unless";
      current().push({
        kind: "passage",
        condition: found["condition"],
        negated,
        blocks,
        start,
        end,
      });
      open.push({ blocks, start, end });
    } else if (found["tables"]) {
      current().push({ kind: "tables", start, end });
    } else if (found["rest"]) {
      fail(
        "unknown-passage",
        start,
        end,
        `"${line}", expected "::: if …", "::: unless …", "::: cookies" or ":::"`,
      );
    } else if (!open.pop()) {
      fail(
        "unclosed-passage",
        start,
        end,
        'passage closed that is not open, expected "::: if …" before it',
      );
    }
  }
  for (const { start, end } of open)
    fail("unclosed-passage", start, end, 'passage is not closed, expected a line ":::" after it');
  return { blocks: root, diagnostics };
}

/** A stretch of Markdown with the conditions that hold wherever it is shown. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly holding: readonly string[];
}

/** Every stretch of Markdown in order, those within passages included. */
export const stretchesOf = (blocks: readonly Block[], holding: readonly string[] = []): Stretch[] =>
  blocks.flatMap((block) => {
    if (block.kind === "markdown") return [{ text: block.text, start: block.start, holding }];
    if (block.kind === "tables") return [];
    return stretchesOf(block.blocks, block.negated ? holding : [...holding, block.condition]);
  });
