import { countries } from "../../vocabulary/countries.ts";
import { atPlace } from "../../registry/site-law.ts";
import type { Site } from "../../registry/schema/site.ts";
import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isOutside } from "../transfers.ts";

/** The country that the last line of an address names in one of the site's languages, or in English. */
function countryOf({ controller, languages }: Site): string | undefined {
  const last = controller?.address?.at(-1)?.split(",").at(-1)?.trim().toLowerCase();
  if (last === undefined) return undefined;
  const names = [...languages, "en"].flatMap((tag) =>
    (["long", "short"] as const).map(
      (style) => new Intl.DisplayNames(tag, { type: "region", style }),
    ),
  );
  const isNamed = (code: string) => names.some((name) => name.of(code)?.toLowerCase() === last);
  return last === "usa" ? "US" : [...countries].find(isNamed);
}

const abroad =
  "{ name: Example Inc., address: [1 Street, United States], email: a@example.example }";

export const representativeMissing: LawRule = {
  id: "representative-missing",
  severity: "note",
  needs: "site",
  summary: "A controller abroad names nobody who represents it in the place.",
  why: "A controller that addresses people in a place from abroad may need a representative there, who is then named. Whether it does depends on what this tool does not know, so that this is a note.",
  law: ask("contacts.representative if-abroad", ({ contacts }) =>
    contacts?.representative?.needed === "if-abroad" ? contacts.representative.source : undefined,
  ),
  bad: exampleSite({ controller: abroad }),
  good: exampleSite({ controller: abroad, representative: "{ EU: { name: Example SARL } }" }),
  check({ value }, { place: { line, law } }) {
    const country = countryOf(value);
    if (country === undefined || !isOutside(country, law)) return [];
    if (atPlace(value.representative, line)) return [];
    const message = `controller in "${country}" has no representative for "${line.at(-1)}", expected "representative"`;
    return [{ path: ["representative"], message }];
  },
};
