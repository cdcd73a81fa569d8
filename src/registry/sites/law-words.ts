import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { memoize, memoizeByText } from "../../memo.ts";
import type { Entry } from "../entry.ts";
import type { BaseRegistry, OfficialNames } from "../registry.ts";
import type { Site } from "../schema/site.ts";
import { languagesFor, lawOf, type LegalPlace, type SiteLaw } from "../site-law.ts";

const english = "en";

/** A name that a page would say and has from nowhere. */
interface Missing {
  readonly section: keyof OfficialNames;
  readonly id: string;
}

type Known = Pick<BaseRegistry, "jurisdictions" | "namesIn">;

/** The names that a page says of a law, and of those to whom it sends complaints. */
function namesOf({ law: { laws, complaints = [] } }: LegalPlace): Missing[] {
  const authorities = complaints.flatMap(({ authority }) => authority ?? []);
  return [
    { section: "laws", id: laws[0]!.id },
    ...authorities.map((id): Missing => ({ section: "authorities", id })),
  ];
}

/**
 * Finds laws and authorities that have a name neither in a language of the site nor in one that lends it. What keeps the
 * English words from being read is told elsewhere.
 */
export function createCheckLawWords(known: Known): (site: Entry<Site>) => Diagnostic[] {
  const missingAt = (place: LegalPlace, tags: readonly string[]): readonly Missing[] =>
    namesOf(place).filter(({ section, id }) =>
      tags.every((tag) => !known.namesIn(tag)[section].has(id)),
    );
  const missingUnder = memoize(({ places }: SiteLaw) =>
    memoizeByText(
      (languages: readonly string[], fallback: string | undefined) =>
        places.flatMap((place) => {
          const found = languages.flatMap((tag) => {
            const lenders = languagesFor(tag, place, fallback);
            return missingAt(place, lenders).map((one) => ({ ...one, place, lenders }));
          });
          return [...new Map(found.map((one) => [`${one.section} ${one.id}`, one])).values()];
        }),
      (languages, fallback) => [fallback, ...languages].join(" "),
    ),
  );
  return ({ value, place: placeOf }) => {
    const { jurisdictions = [], languages, fallback } = value;
    if (known.namesIn(english).laws.size === 0) return [];
    return missingUnder(lawOf(value, known))(languages, fallback).map(
      ({ section, id, place, lenders }) => {
        const what = section === "laws" ? "the law" : "an authority";
        const expected = lenders.map((tag) => `"${tag}"`).join(", ");
        const message = `missing term "${id}" in "${section}", ${what} of "${place.id}", expected its name in one of ${expected}`;
        const hint = `write it into "content/${place.law.languages[0]}/terms.yaml"`;
        const at = placeOf(["jurisdictions", jurisdictions.indexOf(place.id)]);
        return createDiagnostic(at, { rule: "missing-term", message, hint });
      },
    );
  };
}
