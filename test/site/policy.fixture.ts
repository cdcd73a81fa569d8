import { readFileSync } from "node:fs";
import type {
  Cell,
  ChoicePage,
  Group,
  CellItem,
  Policy,
  PolicyRow,
  RightsPassage,
  Summary,
} from "../../src/site/page/policy.ts";
import type { Category, Column } from "../../src/vocabulary/vocabulary.ts";
import { composeStyle, contentSecurityPolicy, defaultBrand } from "../../src/site/render/style.ts";
import { arabicWords } from "./words/arabic.ts";
import { englishWords } from "./words/english.ts";
import { germanWords } from "./words/german.ts";
import type { Phrase, Words } from "./words/words.ts";

export const templates = new URL("../../templates/", import.meta.url).pathname;

const style = composeStyle(readFileSync(`${templates}page.css`, "utf8"));
const looks = {
  style,
  brand: defaultBrand,
  icon: "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E",
  contentSecurityPolicy: contentSecurityPolicy(style),
};
const languages = [
  { tag: "en", direction: "ltr", name: "English" },
  { tag: "de", direction: "ltr", name: "Deutsch" },
  { tag: "ar", direction: "rtl", name: "العربية" },
] as const;

const text = (value: string): CellItem => ({ text: value, href: null, code: false });
const link = (value: string, href: string): CellItem => ({ text: value, href, code: false });
const name = (value: string): CellItem => ({ text: value, href: null, code: true });

/** Items and notes of a row, by column. */
type Values = Partial<Record<Column, readonly (CellItem | string)[]>>;

function group(
  words: Words,
  category: Category,
  shown: readonly Column[],
  values: Values[],
): Group {
  const cell = (column: Column, all: readonly (CellItem | string)[]): Cell => ({
    column,
    label: words.columns[column],
    items: all.filter((value) => typeof value !== "string"),
    notes: all.filter((value) => typeof value === "string"),
  });
  const row = (value: Values, index: number): PolicyRow => ({
    continues: values[index - 1]?.provider?.[0] === value.provider?.[0] && index > 0,
    cells: shown.map((id) => cell(id, value[id] ?? [])),
  });
  return {
    head: {
      category,
      id: `cookie-policy-${category}`,
      ...words.categories[category],
      statements: [[{ text: words.phrases.year, item: null }]],
      caption: words.caption(words.categories[category].name),
      columns: shown.map((id) => ({ id, label: words.columns[id] })),
      consent: category === "statistics" ? words.phrases.exempt : null,
      note: category === "statistics" ? words.phrases.capping : null,
    },
    rows: values.map(row),
  };
}

const shownByDefault = ["provider", "function", "name", "purposes", "duration"] as const;
const shownAtMost = [...shownByDefault, "recipients", "party", "storage"] as const;

function groups(words: Words, shown: readonly Column[]): Group[] {
  const [portal, measure, advertiser] = ["Opendatasoft", "Example Measure", "Example Ads"].map(
    text,
  );
  const phrase = (key: Phrase) => text(words.phrases[key]);
  const own = { provider: [portal!], party: [phrase("firstParty")], storage: [phrase("cookie")] };
  const ads = {
    provider: [advertiser!],
    party: [phrase("thirdParty")],
    purposes: [phrase("profile"), phrase("capping")],
  };
  return [
    group(words, "necessary", shown, [
      {
        ...own,
        function: [phrase("authentication")],
        name: [name("sessionid")],
        purposes: [phrase("remember")],
        duration: [phrase("twoWeeks")],
      },
      {
        ...own,
        function: [phrase("language")],
        name: [name("django_language"), words.phrases.multilingual],
        purposes: [phrase("rememberLanguage")],
        duration: [phrase("year")],
      },
      {
        ...own,
        function: [phrase("api")],
        name: [name("csrftoken")],
        purposes: [phrase("apiCalls")],
        duration: [phrase("upToYear")],
      },
      {
        ...own,
        function: [phrase("choices")],
        name: [name("cookies_preferences")],
        purposes: [phrase("rememberChoices")],
        duration: [phrase("halfYear")],
      },
    ]),
    group(words, "preferences", shown, [
      {
        ...own,
        function: [phrase("video")],
        name: ["volume", "quality", "captions"].map(name),
        purposes: [phrase("settings")],
        duration: [phrase("session")],
      },
    ]),
    group(words, "statistics", shown, [
      {
        provider: [measure!],
        function: [phrase("audience")],
        name: [
          name("_em_id.*"),
          name("_em_ses.*"),
          name("_em_very_long_session_identifier_of_the_measured_property_*"),
          words.phrases.exempt,
          words.phrases.loggedIn,
        ],
        purposes: [phrase("measure")],
        duration: [phrase("sinceActivity")],
        recipients: [link("Example Host", "https://host.example/privacy")],
        party: [phrase("firstParty")],
        storage: [phrase("localStorage")],
      },
    ]),
    group(words, "marketing", shown, [
      {
        ...ads,
        function: [phrase("advertising")],
        name: [name("xa_uid")],
        duration: [phrase("year")],
        recipients: [text("Example Exchange"), text("Example Holding")],
      },
      {
        ...ads,
        function: [phrase("advertising")],
        name: [name("xa_freq")],
        duration: [phrase("session")],
      },
    ]),
    group(words, "unclassified", shown, [
      { ...own, name: [name("legacy")], function: [], purposes: [] },
    ]),
  ];
}

const named = (before: string, item: CellItem) => [
  { text: `${before}: `, item: null },
  { text: "", item },
];

/** A passage with everything that one can hold. */
function passage({ labels, phrases }: Words): RightsPassage {
  return {
    heading: { id: "cookie-policy-law-example", name: phrases.france },
    law: named(labels.country, text("Example Act")),
    rights: { before: phrases.profile, items: [phrases.capping], after: phrases.firstParty },
    answer: phrases.year,
    contacts: [
      {
        name: named(phrases.firstParty, text("A. Example")),
        lines: [text("1 Example Street"), link("a@site.example", "mailto:a@site.example")],
      },
    ],
    complaints: {
      before: phrases.profile,
      items: [
        {
          route: named(phrases.thirdParty, link("DELWP", "https://delwp.example/complaints")),
          note: phrases.year,
        },
        {
          route: [{ text: "", item: link("Example Authority", "https://authority.example") }],
          note: null,
        },
      ],
    },
    others: phrases.capping,
  };
}

/** A summary with both ways to choose. */
function summary({ labels, phrases }: Words): Summary {
  const { settings, object, category, count, providers, longest } = labels;
  return {
    ways: [
      link(settings, "https://portal.example/cookies"),
      link(object, "https://portal.example/object"),
    ],
    caption: labels.summary,
    heads: [category, count, providers, longest],
    categories: [
      {
        name: link(phrases.france, "#cookie-policy-necessary"),
        consent: phrases.exempt,
        facts: [
          { label: count, items: [text("3")] },
          { label: providers, items: [text("Opendatasoft"), text("Example Ads")] },
          { label: longest, items: [text(phrases.year)] },
        ],
      },
    ],
    facts: [
      { label: labels.controller, items: [link("DELWP", "#cookie-policy-part-4")] },
      { label: labels.country, items: [text(phrases.france)] },
    ],
  };
}

function policy(words: Words, shown: readonly Column[] = shownByDefault): Policy {
  const language = languages.find((each) => each.tag === words.tag)!;
  const urlOf = (tag: string) => `https://portal.example/${tag}/cookies`;
  const ways = languages.map((each) => ({
    ...each,
    href: urlOf(each.tag),
    current: each === language,
  }));
  return {
    language,
    alternates: languages.map(({ tag }) => ({ hreflang: tag, url: urlOf(tag) })),
    languages: { label: words.labels.languages, ways },
    title: words.title,
    documentTitle: `${words.title} – DELWP`,
    site: { id: "delwp", name: "DELWP", url: "https://delwp.example" },
    ...looks,
    description: words.phrases.year,
    formats: [],
    download: null,
    canonical: urlOf(words.tag),
    contents: { label: words.labels.contents, headings: words.headings },
    sections: [
      { kind: "prose", html: words.before, language: null },
      { kind: "summary" },
      { kind: "cookies" },
      { kind: "prose", html: words.after, language: null },
      { kind: "rights" },
    ],
    summary: summary(words),
    groups: groups(words, shown),
    providers: [
      {
        id: "opendatasoft",
        name: "Opendatasoft",
        statements: [],
        facts: [
          { label: words.labels.country, items: [text(words.phrases.france)] },
          { label: words.labels.recipients, items: [text(words.labels.nobody)] },
          {
            label: words.labels.moreInformation,
            items: [link(words.phrases.privacyPolicy, "https://portal.example/privacy")],
          },
        ],
      },
      {
        id: "example-ads",
        name: "Example Ads",
        statements: [],
        facts: [
          { label: words.labels.legalEntity, items: [text("Example Ads, Inc.")] },
          {
            label: words.labels.recipients,
            items: [text("Example Exchange"), text("Example Holding")],
          },
          {
            label: words.labels.moreInformation,
            items: [
              link(words.phrases.privacyPolicy, "https://ads.example/privacy"),
              link(words.phrases.optOut, "https://ads.example/opt-out"),
            ],
          },
        ],
      },
    ],
    rights: { passages: [passage(words)], neutral: null },
    controller: words.controller,
    updated: { iso: "2026-11-23", text: words.updated },
    labels: words.labels,
  };
}

export const english = policy(englishWords);
export const german = policy(germanWords);
export const arabic = policy(arabicWords);
/** Every column that there is, in the language of the longest words. */
export const wide = policy(germanWords, shownAtMost);

export const choice: ChoicePage = {
  language: english.language,
  alternates: english.alternates,
  ways: [english, german, arabic].flatMap((each) =>
    each.languages.ways
      .filter((one) => one.current)
      .map((one) => ({ ...one, href: `${one.tag}/index.html`, current: false, title: each.title })),
  ),
  title: english.title,
  documentTitle: english.documentTitle,
  site: english.site,
  ...looks,
  description: null,
  labels: english.labels,
};
