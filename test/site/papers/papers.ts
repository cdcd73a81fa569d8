import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject, packageFolder } from "../../../src/registry/project.ts";
import type { Registry } from "../../../src/registry/registry.ts";
import type { Output } from "../../../src/vocabulary/vocabulary.ts";
import { columns } from "../../../src/vocabulary/vocabulary.ts";
import { describePolicies } from "../../../src/site/render/policies.ts";
import { writeProject } from "../../project.ts";
import { attributeOf, elementsIn, textOf } from "../rendering.ts";

/** The registry with every site asking for these outputs and every column. */
const asking = (registry: Registry, outputs: readonly Output[]): Registry => ({
  ...registry,
  sites: new Map(
    [...registry.sites].map(([id, entry]) => [
      id,
      { ...entry, value: { ...entry.value, columns: [...columns], outputs: [...outputs] } },
    ]),
  ),
});

/** The sites of the package. */
export const samples = (outputs: readonly Output[]): Registry =>
  asking(loadRegistry(openProject(packageFolder)).registry, outputs);

const languages = readdirSync(join(packageFolder, "content"));

/** A site in every language, with every kind of provider. */
export function everywhere(outputs: readonly Output[]): Registry {
  const folder = writeProject({
    "data/sites/everywhere.yaml": [
      "name: Everywhere",
      "url: https://everywhere.example",
      "controller: { name: Everywhere, email: privacy@everywhere.example }",
      `languages: [${languages.join(", ")}]`,
      "providers: [example-shop, example-chat, example-statistics, example-video, example-ads, example-exchange]",
      "updated: 2026-11-23",
      "",
    ].join("\n"),
  });
  return asking(loadRegistry(openProject(folder)).registry, outputs);
}

/** What stands between white space and marks that isolate, which papers have elsewhere than pages. */
export const fold = (text: string): string => text.replaceAll(/[\s\u2066-\u2069]/g, "");

/** The title, the article and the foot of a page. */
export function textOfPage(html: string): string {
  const elements = elementsIn(parse(html));
  const parts = elements.filter(
    (element) =>
      element.tagName === "h1" ||
      element.tagName === "article" ||
      attributeOf(element, "class") === "site-footer",
  );
  return fold(parts.map(textOf).join(""));
}

/** A policy of the package's samples. */
export const samplePolicy = () => describePolicies(samples(["page"]))["example-shop"]!["en"]!;

/** Texts that mean more to some format than their words. */
export const hostile: readonly string[] = [
  "a | b || c \\| d \\",
  "<script>alert(1)</script> & &lt;b&gt; &amp; &#x41;",
  '=HYPERLINK("https://evil.example", "x")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)",
  "\t=1+1",
  "**strong** _em_ ~~gone~~ `code` ``two`` `|`",
  "[x](javascript:alert(1)) ![y](z) [a]: b",
  "# heading",
  "1. one",
  "2) two",
  "- item",
  "> quote",
  "---",
  "===",
  "{{ 7 * 7 }} {% raw %} {# none #}",
  "\u202Eevil\u202C reversed",
  "nothing\u0000\u0008\u000b\ufffe here",
  "]]> <!-- --> <?xml ?>",
  'two "quotes", a comma; and\r\na line',
  "    indented",
  "https://evil.example/a_b_c|d<e>",
  "שלום (עולם) ABC",
  "_x000D_ _x0041_",
  "lone \ud800 surrogate",
];
