import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "parse5";
import type { Registry } from "../../src/registry/registry.ts";
import type { CookieFacts } from "../../src/exporters/cookie-facts.ts";
import type { PlainPolicy } from "../../src/site/page/plain-policy.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { columns } from "../../src/vocabulary/vocabulary.ts";
import { root } from "../project.ts";
import { elementsIn, textOf } from "./rendering.ts";

/** The files of every site of a project, as if it asked for JSON and every column. */
export function renderAll(registry: Registry): Map<string, string> {
  const sites = new Map(
    [...registry.sites].map(([id, entry]) => [
      id,
      {
        ...entry,
        value: {
          ...entry.value,
          columns: [...columns],
          outputs: ["page" as const, "json" as const],
        },
      },
    ]),
  );
  const plan = planOutput({ ...registry, sites }, sites.keys());
  return new Map([...plan].map(([path, make]) => [path, make()]));
}

/** What a site says in one language: as a page, as JSON, and the facts of all its languages. */
export interface Said {
  readonly policy: PlainPolicy & { readonly revision: string };
  readonly facts: CookieFacts;
  readonly page: Parameters<typeof elementsIn>[0];
}

/** Reads what belongs to a `policy.json`. */
export const readSaid = (files: ReadonlyMap<string, string>, path: string): Said => ({
  policy: JSON.parse(files.get(path)!) as Said["policy"],
  facts: JSON.parse(files.get(`${path.split("/")[0]}/cookies.json`)!) as CookieFacts,
  page: parse(files.get(path.replace("policy.json", "index.html"))!),
});

const ajv = new Ajv2020({ allErrors: true });
const compile = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(join(root, "docs/schema", name), "utf8")) as object);
const [checkPolicy, checkFacts] = [compile("policy-1.json"), compile("cookies-1.json")];

/** What the published schemas find wrong. */
export const shapeErrors = ({ policy, facts }: Said) => [
  ...(checkPolicy(policy) ? [] : checkPolicy.errors!),
  ...(checkFacts(facts) ? [] : checkFacts.errors!),
];

const fold = (text: string) => text.replaceAll(/[\s\u2066-\u2069]/g, "");
const sorted = (texts: Iterable<string | undefined>) =>
  [...new Set(texts)].toSorted((a = "", b = "") => (a < b ? -1 : 1));

/** The cells of a page, and those of its JSON, word for word. */
export function cellsOf({ policy, page }: Said) {
  const onPage = elementsIn(page).flatMap((element) => {
    const names = new Set(element.attrs.map(({ name }) => name));
    const isCell = names.has("data-column") && names.has("data-label");
    return isCell && /^t[dh]$/.test(element.tagName) ? [textOf(element)] : [];
  });
  const inJson = policy.groups.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.cells.map(({ items, notes }) => [...items.map(({ text }) => text), ...notes].join("")),
    ),
  );
  return { onPage: onPage.map(fold), inJson: inJson.map(fold) };
}

/** The names, lengths, purposes and providers that a page shows, and those that its facts have words for. */
export function factsOfPage({ policy, facts, page }: Said) {
  const words = facts.words[policy.language.tag]!;
  const cells = policy.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const itemsOf = (column: string) =>
    cells.flatMap((cell) => (cell.column === column ? cell.items : []));
  // A page says so of what is missing, too.
  const said = (texts: Iterable<string | undefined>) =>
    sorted(texts).filter((text) => text !== policy.labels.notStated);
  const textsIn = (column: string) => itemsOf(column).map(({ text }) => text);
  const headings = elementsIn(page).filter(({ attrs }) =>
    attrs.some(({ name, value }) => name === "id" && value.startsWith("cookie-policy-provider-")),
  );
  return {
    shown: {
      names: sorted(itemsOf("name").flatMap(({ text, code }) => (code ? [text] : []))),
      durations: said(textsIn("duration")),
      purposes: said(textsIn("purposes")),
      providers: headings.map(textOf).map(fold),
      revision: policy.revision,
    },
    stated: {
      names: sorted(facts.cookies.map(({ name }) => name)),
      durations: said(
        facts.cookies.flatMap(({ duration, renewed }) =>
          duration ? [(renewed ? words.renewedDurations : words.durations)[duration.text]] : [],
        ),
      ),
      purposes: said(
        facts.cookies.flatMap(({ purposes }) => purposes.map((id) => words.purposes[id])),
      ),
      providers: facts.providers.map(({ name }) => fold(name)),
      revision: facts.revision,
    },
  };
}
