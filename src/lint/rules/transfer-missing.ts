import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import {
  areaOf,
  countryAt,
  isAdequate,
  isOutside,
  knownRecipients,
  transfersTold,
} from "../transfers.ts";
import { isRunByOthers } from "../who.ts";

const example = (transfers?: string) =>
  exampleProvider({ country: "US", transfers, reviewed: "2026-11-01" }, [exampleCookie("sid")]);

/** A country that is adequate as a whole needs no more than to be named, as the page does with its provider. */
const severityFor = (country: string, law: Jurisdiction) =>
  isAdequate(country, law) ? ("note" as const) : ("warning" as const);

export const transferMissing: LawRule = {
  id: "transfer-missing",
  severity: "warning",
  needs: "provider",
  summary:
    "A provider abroad, or one with a recipient abroad, does not say whether data goes there.",
  why: "Visitors must be told of transfers abroad and of what protects the data there. A provider that sits in such a country probably receives data there; this flags it for review. Where a decision says that the whole country protects data adequately, it is a note.",
  law: transfersTold,
  bad: example(),
  good: example("\n  - country: US\n    safeguard: data-privacy-framework"),
  check({ value }, { registry, place: { law, line } }) {
    const { name, transfers } = value;
    if (!isRunByOthers(value)) return [];
    const area = areaOf(law);
    const hint = `name each country and its safeguard; "transfers: []" says that no data leaves ${area}`;
    const own = countryAt(value, line);
    if (own !== undefined && isOutside(own, law) && !transfers) {
      const message = `provider "${name}" is in "${own}", outside ${area}, expected "transfers"`;
      return [{ severity: severityFor(own, law), path: ["country"], message, hint }];
    }
    // "transfers: []" speaks of the provider; a recipient abroad gets the data there.
    const told = new Set((transfers ?? []).map(({ country }) => country));
    const untold = knownRecipients(value, registry).find(
      ({ country }) => isOutside(country, law) && !told.has(country),
    );
    if (!untold) return [];
    const message = `recipient "${untold.id}" of provider "${name}" is in "${untold.country}", outside ${area}, expected "transfers" to there`;
    const severity = severityFor(untold.country, law);
    return [{ severity, path: ["recipients"], message, hint }];
  },
};
