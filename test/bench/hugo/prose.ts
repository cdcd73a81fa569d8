import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledBlock } from "../../../src/prose/compile.ts";
import type { Slot } from "../../../src/prose/lines.ts";
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

/** A template of a stretch of prose, or the name of what stands between two of them. */
type Stretch = { readonly template: string } | { readonly slot: Slot };

function translate(blocks: readonly CompiledBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (text: string) => {
    const last = stretches.at(-1);
    if (last && "template" in last)
      stretches[stretches.length - 1] = { template: last.template + text };
    else stretches.push({ template: text });
  };
  for (const block of blocks) {
    if (block.kind === "slot") stretches.push(block);
    else if (block.kind === "html") add(translateHtml(block));
    else {
      const not = block.negated ? "not " : "";
      add(
        `{{ if ${not}.conditions.${parameter(block.condition)} }}${translateText(block.blocks)}{{ end }}`,
      );
    }
  }
  return stretches;
}

/** Blocks without a slot. */
const translateText = (blocks: readonly CompiledBlock[]): string =>
  translate(blocks)
    .map((stretch) => ("template" in stretch ? stretch.template : ""))
    .join("");

/**
 * The prose of a language as Go templates: HTML with `{{ if … }}` where the Markdown has passages and with `{{ … }}` where
 * it has placeholders.
 */
export function translateProse(
  installed: string,
  language: string,
): { readonly intro: string; readonly body: readonly Stretch[] } {
  const file = join(installed, "content", language, "policy.md");
  const { intro, body } = readPage({ file, text: readFileSync(file, "utf8") });
  return { intro: translateText(intro), body: translate(body) };
}
