import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeholders } from "../../../src/site/prose/placeholders.ts";
import { compileProse, renderProse } from "../../../src/site/prose/prose.ts";

/** A name that Hugo's parameters can have, from `site.controller.name` or `third-parties`. */
export const parameter = (name: string): string => name.replaceAll(/[.-]/g, "");

const address = /url|preferences|objection/;

/** Stands for a value until the HTML is there: an address where one is expected. */
const standIn = (name: string) =>
  address.test(name) ? `https://${parameter(name)}.invalid/` : `value-of-${parameter(name)}-`;

const directive = /^:::[ \t]*(?:(if|unless)[ \t]+(\S+))?[ \t]*$/gm;

/**
 * The prose of a language as Go templates: HTML with `{{ if … }}` where the Markdown has passages and with `{{ … }}`
 * where it has placeholders. `null` is the place of the tables.
 */
export function translateProse(installed: string, language: string): (string | null)[] {
  const file = join(installed, "content", language, "policy.md");
  const actions: string[] = [];
  // Each line of `:::` becomes a paragraph of its own and later an action of the template.
  const text = readFileSync(file, "utf8").replace(directive, (_, word?: string, name = "") => {
    actions.push(
      word === undefined
        ? "{{ end }}"
        : `{{ if ${word === "if" ? "" : "not "}.conditions.${parameter(name)} }}`,
    );
    return `\naction-${actions.length - 1}-\n`;
  });
  const prose = compileProse({ file, text });
  const facts = {
    conditions: new Set<string>(),
    values: new Map(placeholders.map((name) => [name, standIn(name)])),
  };
  const fill = (html: string): string => {
    const withActions = html.replaceAll(
      /<p>action-(\d+)-<\/p>\n/g,
      (_, index: string) => actions[Number(index)]!,
    );
    return placeholders.reduce(
      (filled, name) => filled.replaceAll(standIn(name), `{{ .values.${parameter(name)} }}`),
      withActions,
    );
  };
  return [prose.intro, prose.body].flatMap((blocks) =>
    renderProse(blocks, facts).stretches.map((html) => (html === null ? null : fill(html))),
  );
}
