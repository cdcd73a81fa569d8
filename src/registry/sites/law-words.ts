import { type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { defaultJurisdictions } from "../../vocabulary/vocabulary.ts";
import type { Entry } from "../entry.ts";
import type { Jurisdictions } from "../jurisdictions.ts";
import { referenceLanguage } from "../languages/check-terms.ts";
import { type BaseRegistry, type OfficialNames, wordsOf } from "../registry.ts";
import type { Jurisdiction } from "../schema/jurisdiction.ts";
import type { Site } from "../schema/site.ts";

type Named = Pick<BaseRegistry, "namesIn" | "languages"> & {
  readonly jurisdictions: Jurisdictions;
};

const baseOf = (tag: string): string => tag.split("-")[0]!;

/** What a page in a language has to call by name, and what no language that it borrows from has a name for. */
function unnamedIn(tag: string, { languages, laws, complaints = [] }: Jurisdiction, named: Named) {
  const near = languages.find((one) => baseOf(one) === baseOf(tag)) ?? languages[0]!;
  const sources = [tag, near, referenceLanguage].map(named.namesIn);
  const lacks = (section: keyof OfficialNames, id: string) =>
    !sources.some((names) => names[section].has(id));
  const authorities = complaints.flatMap(({ authority }) => authority ?? []);
  return [
    ...laws.slice(0, 1).flatMap(({ id }) => (lacks("laws", id) ? [`laws.${id}`] : [])),
    ...authorities.flatMap((id) => (lacks("authorities", id) ? [`authorities.${id}`] : [])),
  ];
}

/** Names that the pages of a site would print of the laws of its places, and that nobody has written. */
export function checkLawWords({ value, place }: Entry<Site>, named: Named): Diagnostic[] {
  const stated = value.jurisdictions ?? defaultJurisdictions;
  return stated.flatMap((id, index) => {
    const law = named.jurisdictions.get(id)?.value;
    if (!law) return [];
    // Of a country, and of a union that has a code of two letters, every language has a name.
    const isNamed = !id.includes("-") || (law.countries ?? []).length > 0;
    const ofPlace = (tag: string) =>
      isNamed || wordsOf(named, tag, value)?.terms.value.jurisdictions[id] !== undefined;
    const missing = new Set(
      value.languages.flatMap((tag) => [
        ...unnamedIn(tag, law, named),
        ...(ofPlace(tag) ? [] : [`jurisdictions.${id}`]),
      ]),
    );
    return [...missing].map((key) => {
      const message = `no word for "${key}", which pages for "${id}" name, expected one in terms.yaml`;
      const hint = `write it into "content/${referenceLanguage}/terms.yaml"${key.startsWith("jurisdictions.") ? " and that of every other language of the site" : ""}`;
      return createDiagnostic(place(["jurisdictions", index]), {
        rule: "missing-term",
        message,
        hint,
      });
    });
  });
}
