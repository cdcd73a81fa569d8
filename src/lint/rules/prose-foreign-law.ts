import { divideProse, stretchesOf } from "../../prose/blocks.ts";
import { memoize } from "../../memo.ts";
import type { Entry } from "../../registry/entry.ts";
import { lineageOf, sectionsOf } from "../../registry/languages/sections.ts";
import type { Registry, Words } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { lawOf } from "../../registry/site-law.ts";
import type { TextFile } from "../../source/text-file.ts";
import { exampleSite } from "../examples/example.ts";
import { saidInText } from "../phrases.ts";
import type { CraftRule } from "../rule.ts";

const inSwitzerland = exampleSite({ jurisdictions: "[CH]" });

/** A shorter abbreviation, or a single shorter word, stands for other things, too. */
const [shortestAbbreviation, shortestWord] = [4, 20];

/** A name as prose may say it: whole, without its abbreviation or its year, or as the abbreviation alone. */
function formsOf(name: string): string[] {
  const { whole = name, short = "" } =
    /^(?<whole>.+?) *\((?<short>[^()]+)\)$/.exec(name)?.groups ?? {};
  const isName = /[\s-]/.test(whole) || whole.length >= shortestWord;
  return [
    ...(isName ? [name, whole, whole.replace(/ of \d{4}$/, "")] : []),
    ...(short.length >= shortestAbbreviation ? [short] : []),
  ];
}

/** The names of laws in a language and in English, by whether they are the laws of a site. */
function namesOf({ tag }: Words, registry: Registry, own: ReadonlySet<string>) {
  const named = [tag, "en"].flatMap((one) => [...registry.namesIn(one).laws]);
  const forms = (isOwn: boolean) =>
    named.flatMap(([id, name]) => (own.has(id) === isOwn ? formsOf(name) : []));
  const ours = forms(true);
  return { ours, others: forms(false).filter((name) => !ours.includes(name)) };
}

/** The prose that shows under any law, with spaces in the place of all else. */
const withoutLawPassages = memoize((file: TextFile): TextFile => {
  const kept = stretchesOf(divideProse(file).blocks).filter(({ within }) =>
    within.every(({ condition }) => !condition.startsWith("law.")),
  );
  const blank = file.text.replaceAll(/[^\r\n]/g, " ");
  const text = kept.reduce((all, { start, text: { length } }) => {
    const end = start + length;
    return all.slice(0, start) + file.text.slice(start, end) + all.slice(end);
  }, blank);
  return { file: file.file, text };
});

function findForeign(words: Words, site: Entry<Site>, registry: Registry) {
  const { id, value } = site;
  const sections = sectionsOf(words.sections, lineageOf(site)).map(({ text }) => text);
  const files = [words.intros.get(id), words.prose, ...sections].filter(
    (file) => file !== undefined && registry.project.owns(file.file),
  );
  if (files.length === 0) return [];
  const own = lawOf(value, registry).places.flatMap(({ law }) => law.laws.map((one) => one.id));
  const { ours, others } = namesOf(words, registry, new Set(own));
  const isOurs = (phrase: string) =>
    ours.some((name) => name.toLowerCase() === phrase.toLowerCase());
  return files.flatMap((file) =>
    saidInText(withoutLawPassages(file!), [...ours, ...others], id).filter(
      ({ phrase }) => !isOurs(phrase),
    ),
  );
}

export const proseForeignLaw: CraftRule = {
  id: "prose-foreign-law",
  severity: "warning",
  needs: "language",
  summary: "The words of a site's page name a law that is none of its places.",
  why: "A page that tells visitors of rights under a law that does not apply tells them what is not so. What stands in a passage under a law, such as `::: if law.gdpr`, shows only where it applies and is left out.",
  bad: {
    ...inSwitzerland,
    "content/en/sites/example.md": "The General Data Protection Regulation protects you.\n",
  },
  good: {
    ...inSwitzerland,
    "content/en/sites/example.md": "The Federal Act on Data Protection protects you.\n",
  },
  check: (words, { registry }) =>
    [...registry.sites.values()]
      .filter(({ value }) => value.languages.includes(words.tag))
      .flatMap((site) =>
        findForeign(words, site, registry).map(({ phrase, at }) => ({
          ...at,
          message: `"${phrase}" is no law of the places of "${site.id}", expected one of theirs or none`,
          hint: 'add its place to "jurisdictions", if the site has visitors there',
        })),
      ),
};
