import { declaredCookies, type DeclaredCookie } from "../../registry/cookies.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const measuring = exampleProvider(
  { operator: "site", dataRetention: "25 months", reviewed: "2026-11-01" },
  [exampleCookie("visitor", { exemption: "audience-measurement", selfRenewing: "false" })],
);

type Known = NonNullable<Jurisdiction["exemptions"]>[string];

const asksObjection = ({ conditions = [], recommended = [] }: Known): boolean =>
  [...conditions, ...recommended].includes("objection");

const keysOf = ({ source }: Known): readonly string[] => [source].flat();

/** The exemption of a cookie that hangs on objection. What the visitor asked for by choosing it needs none. */
function exemptionOf({ category, exemption }: DeclaredCookie, { exemptions = {} }: Jurisdiction) {
  if (!exemption || category === "necessary") return undefined;
  const known = exemptions[exemption];
  return known && asksObjection(known) ? known : undefined;
}

export const objectionMissing: LawRule = {
  id: "objection-missing",
  severity: "error",
  needs: "site",
  summary: "A site does not say how to object to what is exempt from consent.",
  why: "Some laws exempt statistics, or the appearance of a site, from consent, but not from choice: visitors must be told, and must have a simple means to object. Where that is only advised, it is a warning.",
  law: ask("exemptions.* on the condition objection, or recommended", ({ exemptions = {} }) =>
    Object.values(exemptions).filter(asksObjection).flatMap(keysOf),
  ),
  exampleIn: "UK",
  bad: { ...exampleSite({ objection: undefined }), ...measuring },
  good: { ...exampleSite({}), ...measuring },
  check({ value }, { registry, place: { law } }) {
    if (value.objection !== undefined) return [];
    for (const cookie of declaredCookies(value, registry)) {
      const known = exemptionOf(cookie, law);
      if (!known) continue;
      const severity = known.conditions?.includes("objection") ? "error" : "warning";
      const message = `cookie "${cookie.name}" asks no consent under the exemption "${cookie.exemption}", expected "objection"`;
      const hint = "the address where a visitor objects to it";
      return [{ severity, path: ["objection"], message, hint, cites: keysOf(known) }];
    }
    return [];
  },
};
