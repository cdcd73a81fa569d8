import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import { addressesOfPreferences } from "../../registry/schema/site.ts";
import { inEveryLanguage } from "../../vocabulary/by-language.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const asking = exampleProvider(
  { operator: "site", dataRetention: "6 months", reviewed: "2026-11-01" },
  [exampleCookie("theme"), exampleCookie("choice")],
);

/** Help pages of browsers, and pages that only lead to them. */
const browserHelp =
  /^https?:\/\/(support\.google\.com\/(chrome|accounts)|(www\.)?google\.[a-z.]+\/chrome|support\.mozilla\.org|support\.apple\.com|support\.microsoft\.com|windows\.microsoft\.com|privacy\.microsoft\.com|(help|www)\.opera\.com|support\.brave\.com|vivaldi\.com|help\.vivaldi\.com|(www\.)?(all)?aboutcookies\.org)(\/|$)/;

/** Where a trade lets people opt out of its advertising: of no site's own cookies, and no withdrawal of a consent. */
const tradeOptOut =
  /^https?:\/\/((www\.)?youronlinechoices\.(com|eu)|(www\.|optout\.)?aboutads\.info|(www\.|optout\.)?networkadvertising\.org|thenai\.org|(www\.)?edaa\.eu|adssettings\.google\.[a-z.]+|tools\.google\.com\/dlpage)(\/|$)/;

/** What a law says of withdrawing, or of refusing, and where it has but one of them of that. */
function citesFor(key: "preferences" | "objection", { duties = {} }: Jurisdiction) {
  const { "withdrawal-means": withdrawal, "refusal-means": refusal } = duties;
  const first = key === "objection" ? (refusal ?? withdrawal) : (withdrawal ?? refusal);
  return [first!].flat();
}

export const browserInstructionsOnly: LawRule = {
  id: "browser-instructions-only",
  severity: "warning",
  needs: "site",
  summary: "A means to refuse or withdraw is only a page of others, such as the help of a browser.",
  why: "Visitors should be able to manage cookies on the site itself. To send them to the settings of every browser that they use is not enough where a cookie is not necessary.",
  law: ask("duties.withdrawal-means or duties.refusal-means", ({ duties = {} }) =>
    [duties["withdrawal-means"] ?? [], duties["refusal-means"] ?? []].flat(),
  ),
  bad: {
    ...exampleSite({ preferences: "https://support.google.com/chrome/answer/95647" }),
    ...asking,
  },
  good: { ...exampleSite({}), ...asking },
  check: ({ value: { preferences, objection } }, { place: { law } }) => {
    const stated = { preferences: addressesOfPreferences(preferences), objection };
    return (["preferences", "objection"] as const).flatMap((key) => {
      const addresses = inEveryLanguage(stated[key]);
      const isHelp = addresses.some((address) => browserHelp.test(address));
      const isTrade = key === "preferences" && addresses.some((one) => tradeOptOut.test(one));
      if (!isHelp && !isTrade) return [];
      const what = isHelp ? "the help page of a browser" : "a page of the advertising trade";
      const message = `"${key}" leads to ${what}, expected an address of the site`;
      const hint = "where a visitor changes the choice or objects on the site itself";
      return [{ path: [key], message, hint, cites: citesFor(key, law) }];
    });
  },
};
