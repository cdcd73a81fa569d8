import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { areas, asked } from "../../src/vocabulary/law.ts";
import { loadSites, places, renderFiles, termsIn, textIn, textsOf } from "./law.ts";

const { jurisdictions } = loadRegistry(openProject(packageFolder)).registry;
const lawOf = (id: string) => jurisdictions.get(id)!.value;

/** The languages of the package in which a page of this place would be read. */
const languagesOf = (id: string): string[] => [
  ...new Set([
    "en",
    ...lawOf(id).languages.flatMap((tag) =>
      [...termsIn.keys()].filter((known) => known === tag || known.split("-")[0] === tag),
    ),
  ]),
];

const declarations = ["undeclared", ...asked] as const;

const idOf = (place: string, declared: string) => `${place.toLowerCase()}-${declared}`;

/** A site for each place and each way to ask. */
const render = renderFiles(
  loadSites(
    Object.fromEntries(
      places.flatMap((place) =>
        declarations.map((declared) => [
          idOf(place, declared),
          [
            `jurisdictions: ["${place}"]`,
            `languages: [${languagesOf(place).join(", ")}]`,
            ...(declared === "undeclared" ? [] : [`consent: ${declared}`]),
            "",
          ].join("\n"),
        ]),
      ),
    ),
  ),
);

/** Every name of a law but those that hold in a place, in the language of a page and in English. */
function namesElsewhere(place: string, tag: string): string[] {
  const here = new Set(lawOf(place).laws.map(({ id }) => id));
  const names = [tag, "en"].flatMap((of) => Object.entries(termsIn.get(of)!.laws));
  const itsNames = names.flatMap(([id, name]) => (here.has(id) ? [name] : []));
  return names.flatMap(([id, name]) =>
    here.has(id) || itsNames.some((own) => own.includes(name)) ? [] : [name],
  );
}

const pages = places.flatMap((place) =>
  declarations.flatMap((declared) =>
    languagesOf(place).map((tag) => {
      const html = render(idOf(place, declared)).get(`${tag}/fragment.html`)!;
      return { place, declared, tag, html };
    }),
  ),
);

describe.each(pages)("a page for $place in $tag, whose site is $declared", (page) => {
  const { place, declared, tag } = page;
  const { laws, consent, rights: given = {}, transfers, duties = {} } = lawOf(place);
  const terms = termsIn.get(tag)!;
  const html = page.html();
  const text = textIn(html);

  test("names the law of the place and no other", () => {
    const names = [terms.laws[laws[0]!.id], termsIn.get("en")!.laws[laws[0]!.id]];
    expect(names.some((name) => name !== undefined && text.includes(name))).toBe(true);
    expect(namesElsewhere(place, tag).filter((name) => text.includes(name))).toEqual([]);
  });

  test("promises the rights of its law and no other", () => {
    const items = textsOf(html, "li", "cookie-policy-rights");
    const promised = Object.entries(terms.rights).flatMap(([right, words]) =>
      items.includes(words) ? [right] : [],
    );
    expect(promised.toSorted()).toEqual(Object.keys(given).toSorted());
  });

  test("says of consent what the site declares, else what its law asks", () => {
    const sentences = textsOf(html, "p", "cookie-policy-cookies");
    const { preferences, statistics, marketing, necessary } = consent;
    const byLaw =
      declared === "undeclared" ? [necessary, preferences, statistics, marketing] : [necessary];
    const declaredModel =
      declared === "opt-in" && duties["activation-means"] ? "activated" : declared;
    const expected = new Set<string>([
      ...byLaw.map(({ asks }) => terms.consent.law[asks]),
      ...(declaredModel === "undeclared" ? [] : [terms.consent.declared[declaredModel]]),
    ]);
    const all = [terms.consent.declared, terms.consent.law].flatMap((group) =>
      Object.values(group),
    );
    expect(new Set(all.filter((one) => sentences.includes(one)))).toEqual(expected);
  });

  test("names the area that transfers leave as its law does", () => {
    const titles = new Set(textsOf(html, "dt"));
    const area = terms.transferAreas[transfers?.area ?? "abroad"];
    const named = areas.map((one) => terms.transferAreas[one]).filter((one) => titles.has(one));
    expect([...new Set(named)]).toEqual([area]);
  });
});
