import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { once } from "../../../src/memo.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject, packageFolder } from "../../../src/registry/project.ts";
import { type Registry, wordsOf } from "../../../src/registry/registry.ts";
import { describeSheet } from "../../../src/site/page/describe/describe-sheet.ts";
import { createPageLanguage } from "../../../src/site/page/language.ts";
import { resolveSite } from "../../../src/site/page/resolve-site.ts";
import { createSiteFiles, templatesOf } from "../../../src/site/render/site-files.ts";
import type { Output } from "../../../src/vocabulary/vocabulary.ts";
import { columns } from "../../../src/vocabulary/vocabulary.ts";
import { mapTexts, type PlainPolicy } from "../../../src/site/page/plain-policy.ts";
import { plainText } from "../../../src/site/papers/document.ts";
import { legible } from "../../../src/site/papers/legible.ts";
import type { Press } from "../../../src/site/papers/pdf.ts";
import type { PaperBlock } from "../../../src/site/papers/paper-block.ts";
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

const allLanguages = readdirSync(join(packageFolder, "content"));

/** Of every script, and of both directions. */
export const manyScripts = ["ar", "bg", "de", "el", "he", "ja", "ko", "zh-Hans"];

/** A site in these languages, with every kind of provider. */
export function everywhere(outputs: readonly Output[], languages = allLanguages): Registry {
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

/** For papers that need no browser. */
const noPress: Press = {
  pdf: async () => Promise.reject(new Error("no browser")),
};

/** The bytes of every paper of these sites whose name ends so, by path. */
export async function printAll(registry: Registry, end: string, press = noPress) {
  const { filesOf } = createSiteFiles(registry, templatesOf(registry.project), "published");
  const printed = new Map<string, Uint8Array>();
  for (const [id, entry] of registry.sites)
    for (const { name, print } of filesOf(entry))
      if (print && name.endsWith(end)) printed.set(`${id}/${name}`, await print(press));
  return printed;
}

/** What a table with one row a cookie says of a site in a language. */
export function sheetOf(registry: Registry, path: string) {
  const [id = "", tag = ""] = path.split("/");
  const entry = registry.sites.get(id)!;
  const language = createPageLanguage(wordsOf(registry, tag, entry.value)!, registry);
  return describeSheet(resolveSite(entry, registry, "alone"), language);
}

const shop = once(() => describePolicies(samples(["page"]))["example-shop"]!["en"]!);

/** A policy of the package's samples with this text in every place but the prose. */
export function hostilePolicy(text: string): PlainPolicy {
  const policy = shop();
  const replace = <Model>(model: Model): Model => mapTexts(model, () => text);
  return mapTexts(
    {
      ...policy,
      title: text,
      documentTitle: text,
      site: { ...policy.site, name: text },
      sections: policy.sections.filter(({ kind }) => kind !== "prose"),
      summary: replace(policy.summary),
      providers: replace(policy.providers),
      groups: policy.groups.map(({ head, rows }) => ({
        head: { ...replace(head), id: head.id, columns: head.columns },
        rows: replace(rows),
      })),
      rights: replace(policy.rights),
      labels: replace(policy.labels),
    },
    legible,
  );
}

const wordsOfBlock = (block: PaperBlock): string => {
  if (block.kind === "rule") return "";
  if (block.kind === "list") return block.items.flat().map(wordsOfBlock).join("");
  if (block.kind === "quote") return block.blocks.map(wordsOfBlock).join("");
  if (block.kind !== "table") return plainText(block.runs);
  const cells = block.rows.flatMap((row) => row.flatMap((cell) => cell.map(plainText)));
  return [block.caption, ...block.heads, ...cells].join("");
};

/** Every word of a document, in its order. */
export const textOfBlocks = (blocks: readonly PaperBlock[]): string =>
  blocks.map(wordsOfBlock).join("");
