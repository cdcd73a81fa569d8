import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { areas, asked } from "../../src/vocabulary/law.ts";
import { once } from "../../src/memo.ts";
import { loadSites, places, readFragment, renderFiles, termsIn } from "./law.ts";

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

const pages = places.flatMap((place) => languagesOf(place).map((tag) => ({ place, tag })));

describe.each(pages)("pages for $place in $tag", ({ place, tag }) => {
  const { laws, consent, rights: given = {}, transfers, duties = {} } = lawOf(place);
  const terms = termsIn.get(tag)!;
  const variants = once(() =>
    declarations.map((declared) => ({
      declared,
      ...readFragment(render(idOf(place, declared)).get(`${tag}/fragment.html`)!()),
    })),
  );

  test("name the law of the place and no other", () => {
    const names = [terms.laws[laws[0]!.id], termsIn.get("en")!.laws[laws[0]!.id]];
    const elsewhere = namesElsewhere(place, tag);
    for (const { declared, text } of variants()) {
      const isNamed = names.some((name) => name !== undefined && text.includes(name));
      expect({ declared, isNamed }).toEqual({ declared, isNamed: true });
      expect(elsewhere.filter((name) => text.includes(name))).toEqual([]);
    }
  });

  test("promise the rights of its law and no other", () => {
    for (const { declared, textsOf } of variants()) {
      const items = textsOf("li", "cookie-policy-rights");
      const promised = Object.entries(terms.rights).flatMap(([right, words]) =>
        items.includes(words) ? [right] : [],
      );
      expect([declared, ...promised.toSorted()]).toEqual([
        declared,
        ...Object.keys(given).toSorted(),
      ]);
    }
  });

  test.each(declarations)(
    "say of consent what a site that is %s declares, else what its law asks",
    (declared) => {
      const page = variants().find((one) => one.declared === declared)!;
      const sentences = page.textsOf("p", "cookie-policy-cookies");
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
    },
  );

  test("name the area that transfers leave as its law does", () => {
    const area = terms.transferAreas[transfers?.area ?? "abroad"];
    for (const { declared, textsOf } of variants()) {
      const titles = new Set(textsOf("dt"));
      const named = areas.map((one) => terms.transferAreas[one]).filter((one) => titles.has(one));
      expect([declared, ...new Set(named)]).toEqual([declared, area]);
    }
  });
});
