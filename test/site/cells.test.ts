import { describe, expect, test } from "vitest";
import { fragmentOf, loadSites, renderFiles, termsIn, textsOf } from "./law.ts";

const { labels, shortColumns, columns, durations } = termsIn.get("en")!;

const provider = (cookies: string) => ({
  "data/providers/acme.yaml": `name: Acme\ncookies:${cookies}\n`,
});

const cellsOf = (html: string) =>
  ["td", "th"].flatMap((tag) => textsOf(html, tag, "cookie-policy-group"));

describe("the cells of a table", () => {
  test("say that something is not stated, and leave empty what is not the provider's to state", () => {
    const stored = (storage: string) =>
      fragmentOf(
        "providers: [acme]\n",
        provider(`\n  - { name: "x", category: unclassified, storage: ${storage} }`),
      );
    const unstated = (html: string) => cellsOf(html).filter((text) => text === labels.notStated);
    expect(unstated(stored("cookie"))).toHaveLength(3);
    expect(unstated(stored("pixel"))).toHaveLength(2);
    expect(unstated(fragmentOf("providers: [acme]\n", provider(" []")))).toHaveLength(0);
  });

  test("lay to the provider only what its documents leave out, as the registry says", () => {
    const html = fragmentOf(
      "providers: [acme]\n",
      provider('\n  - { name: "x", category: unclassified, duration: not stated }'),
    );
    const texts = cellsOf(html);
    expect(durations.notStated).not.toBe(labels.notStated);
    expect(texts.filter((text) => text === durations.notStated)).toHaveLength(1);
    expect(texts.filter((text) => text === labels.notStated)).toHaveLength(2);
  });

  test("a category has its table where it has but a provider that sets nothing", () => {
    const html = fragmentOf("providers: [acme]\n", {
      "data/providers/acme.yaml": "name: Acme\npurposes: [measure-audience]\ncookies: []\n",
    });
    expect(html).toContain('id="cookie-policy-statistics"');
    expect(cellsOf(html)).toContain(labels.setsNoCookies);
    expect(textsOf(html, "td", "cookie-policy-summary")).toEqual(["0", "Acme", ""]);
  });

  test("show a cookie's own description in the language of the page, and none in another", () => {
    const files = (site: string) =>
      renderFiles(
        loadSites(
          { site: `languages: [en, fr]\nproviders: [acme]\n${site}` },
          provider(
            '\n  - { name: "x", category: unclassified, description: { en: Ends when you log out. } }',
          ),
        ),
      )("site");
    const small = (name: string, site = "") =>
      textsOf(files(site).get(name)!(), "small", "cookie-policy-group");
    expect(small("en/fragment.html")).toEqual(["Ends when you log out."]);
    expect(small("en/fragment.html", "columns: [name, duration]\n")).toEqual([
      "Ends when you log out.",
    ]);
    expect(small("fr/fragment.html")).toEqual([]);
  });

  test("cookies of different descriptions have rows of their own", () => {
    const cookie = (name: string, text: string) =>
      `\n  - { name: "${name}", category: unclassified, description: { en: ${text} } }`;
    const rows = (second: string) =>
      textsOf(
        fragmentOf("providers: [acme]\n", provider(cookie("x", "One.") + cookie("y", second))),
        "tr",
        "cookie-policy-group",
      );
    expect(rows("One.")).toHaveLength(2);
    expect(rows("Two.")).toHaveLength(3);
  });

  test("have the word of their column before them on a narrow screen", () => {
    const html = fragmentOf("");
    expect(html).toContain(`data-label="${shortColumns.provider}"`);
    expect(html).not.toContain(`data-label="${columns.provider}"`);
  });
});

describe("a site's own titles", () => {
  const titles = `languages: [en, fr]
titles:
  categories: { statistics: { en: Counting visits } }
  columns: { name: { en: Name in the browser, fr: Nom dans le navigateur } }
`;
  const files = renderFiles(loadSites({ site: titles, other: "languages: [en, fr]\n" }));
  const [english, french, other] = [
    files("site").get("en/fragment.html")!(),
    files("site").get("fr/fragment.html")!(),
    files("other").get("en/fragment.html")!(),
  ];

  test("stand above the tables, in the summary and in the columns", () => {
    expect(textsOf(english, "h3", "cookie-policy-group")).toContain("Counting visits");
    expect(textsOf(english, "th", "cookie-policy-summary")).toContainEqual(
      expect.stringMatching(/^Counting visits/),
    );
    expect(textsOf(english, "th")).toContain("Name in the browser");
    expect(english).toContain('data-label="Name in the browser"');
  });

  test("are those of the page's language, where there are some, and of that site alone", () => {
    expect(textsOf(french, "th")).toContain("Nom dans le navigateur");
    expect(textsOf(french, "h3")).toContain(termsIn.get("fr")!.categories.statistics.name);
    expect(textsOf(other, "th")).toContain(columns.name);
    expect(other).toContain(`data-label="${shortColumns.name}"`);
  });
});
