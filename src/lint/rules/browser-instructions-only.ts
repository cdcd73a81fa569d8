import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const asking = exampleProvider(
  { operator: "site", dataRetention: "6 months", reviewed: "2026-11-01" },
  [exampleCookie("theme"), exampleCookie("choice")],
);

/** Help pages of browsers, and pages that only lead to them. */
const browserHelp =
  /^https?:\/\/(support\.google\.com\/(chrome|accounts)|support\.mozilla\.org|support\.apple\.com|support\.microsoft\.com|help\.opera\.com|support\.brave\.com|(www\.)?(all)?aboutcookies\.org)(\/|$)/;

const addressesIn = (value: string | Readonly<Record<string, string>> | undefined) =>
  typeof value === "string" ? [value] : Object.values(value ?? {});

export const browserInstructionsOnly: LawRule = {
  id: "browser-instructions-only",
  severity: "warning",
  needs: "site",
  summary: "A means to refuse or withdraw is only the help page of a browser.",
  why: "Visitors should be able to manage cookies on the site itself. To send them to the settings of every browser that they use is not enough where a cookie is not necessary.",
  law: ask(
    "duties.withdrawal-means or duties.refusal-means",
    ({ duties }) => duties?.["withdrawal-means"] ?? duties?.["refusal-means"],
  ),
  bad: {
    ...exampleSite({ preferences: "https://support.google.com/chrome/answer/95647" }),
    ...asking,
  },
  good: { ...exampleSite({}), ...asking },
  check: ({ value }) =>
    (["preferences", "objection"] as const).flatMap((key) => {
      const help = addressesIn(value[key]).find((address) => browserHelp.test(address));
      if (help === undefined) return [];
      const message = `"${key}" leads to the help page of a browser, expected an address of the site`;
      const hint = "where a visitor changes the choice or objects on the site itself";
      return [{ path: [key], message, hint }];
    }),
};
