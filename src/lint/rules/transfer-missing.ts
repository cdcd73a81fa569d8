import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { areaOf, countryAt, isOutside, knownRecipients, transfersTold } from "../transfers.ts";
import { isRunByOthers } from "../who.ts";

const example = (transfers?: string) =>
  exampleProvider({ country: "US", transfers, reviewed: "2026-11-01" }, [exampleCookie("sid")]);

export const transferMissing: LawRule = {
  id: "transfer-missing",
  severity: "warning",
  needs: "provider",
  summary:
    "A provider abroad, or one with a recipient abroad, does not say whether data goes there.",
  why: "Visitors must be told of transfers abroad and of what protects the data there. A provider that sits in such a country probably receives data there; this flags it for review.",
  law: transfersTold,
  bad: example(),
  good: example("\n  - country: US\n    safeguard: data-privacy-framework"),
  check({ value }, { registry, place: { law, line } }) {
    const { name, transfers } = value;
    if (transfers?.length === 0 || !isRunByOthers(value)) return [];
    const area = areaOf(law);
    const hint = `name each country and its safeguard; "transfers: []" says that no data leaves ${area}`;
    const own = countryAt(value, line);
    if (own !== undefined && isOutside(own, law) && !transfers) {
      const message = `provider "${name}" is in "${own}", outside ${area}, expected "transfers"`;
      return [{ path: ["country"], message, hint }];
    }
    const told = new Set((transfers ?? []).map(({ country }) => country));
    const untold = knownRecipients(value, registry).find(
      ({ country }) => isOutside(country, law) && !told.has(country),
    );
    if (!untold) return [];
    const message = `recipient "${untold.id}" of provider "${name}" is in "${untold.country}", outside ${area}, expected "transfers" to there`;
    return [{ path: ["recipients"], message, hint }];
  },
};
