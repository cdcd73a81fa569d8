import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledBlock } from "../../../src/prose/compile.ts";
import { fillMarked } from "../../../src/prose/marks.ts";
import { readPage } from "../../../src/prose/prose.ts";

/** A name that Hugo's parameters can have, from `site.controller.name` or `third-parties`. */
export const parameter = (name: string): string => name.replaceAll(/[.-]/g, "");

const valueOf = (name: string) => `{{ .values.${parameter(name)} }}`;

type Html = Extract<CompiledBlock, { kind: "html" }>;

const translateHtml = ({ parts }: Html): string =>
  parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("placeholder" in part) return valueOf(part.placeholder);
      return part.attributes
        .map(([name, value]) => ` ${name}="${fillMarked(value, valueOf)}"`)
        .join("");
    })
    .join("");

/** Blocks as Go templates; `null` is a slot. */
function translate(blocks: readonly CompiledBlock[]): (string | null)[] {
  const stretches: (string | null)[] = [];
  const add = (text: string) => {
    const last = stretches.at(-1);
    if (typeof last === "string") stretches[stretches.length - 1] = last + text;
    else stretches.push(text);
  };
  for (const block of blocks) {
    if (block.kind === "slot") stretches.push(null);
    else if (block.kind === "html") add(translateHtml(block));
    else {
      const not = block.negated ? "not " : "";
      const inner = translate(block.blocks).join("");
      add(`{{ if ${not}.conditions.${parameter(block.condition)} }}${inner}{{ end }}`);
    }
  }
  return stretches;
}

/**
 * The prose of a language as Go templates, one for each section of the page: HTML with `{{ if … }}` where the Markdown
 * has passages and with `{{ … }}` where it has placeholders. `null` is a slot.
 */
export function translateProse(installed: string, language: string): (string | null)[] {
  const file = join(installed, "content", language, "policy.md");
  const { intro, body } = readPage({ file, text: readFileSync(file, "utf8") });
  return [...translate(intro), ...translate(body)];
}
