import { usedProviders } from "../../registry/cookies.ts";
import { placeInUse } from "../../registry/place-cookies.ts";
import { type Asked, atPlace, lawOf } from "../../registry/site-law.ts";
import type { Site } from "../../registry/schema/site.ts";
import { asked } from "../../vocabulary/law.ts";
import type { Category } from "../../vocabulary/vocabulary.ts";
import type { Path } from "../../source/yaml/locate.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import { ask, askedBy } from "../questions.ts";
import type { LawFinding, LawRule } from "../rule.ts";

const advertising = exampleProvider(
  { operator: "site", dataRetention: "6 months", reviewed: "2026-11-01" },
  [
    exampleCookie("seen", {
      function: "ad-delivery",
      purposes: "[show-ads]",
      duration: "6 months",
    }),
    exampleCookie("choice"),
  ],
);

/** Where a site declares how it asks for a category at a place. */
function pathOf(consent: Site["consent"], category: Category, line: readonly string[]): Path {
  if (typeof consent !== "object") return ["consent"];
  const id = line.find((one) => atPlace(consent, [one]) !== undefined);
  const ofPlace = id === undefined ? undefined : (consent as Record<string, unknown>)[id];
  if (typeof ofPlace === "string") return ["consent", id!];
  return ofPlace && Object.hasOwn(ofPlace, category)
    ? ["consent", id!, category]
    : ["consent", category];
}

/** A notice is what the page itself gives. */
const rank = (model: Asked): number => Math.max(asked.indexOf(model), asked.indexOf("notice"));

export const consentWeakerThanLaw: LawRule = {
  id: "consent-weaker-than-law",
  severity: "error",
  needs: "site",
  summary: "A site asks for less than the law of a place does.",
  why: "The law says what has to happen before something is stored on a visitor's device. A site that lets visitors refuse where the law wants their consent first says on its own page that it breaks it.",
  law: ask("consent", ({ consent }) =>
    [consent.preferences, consent.statistics, consent.marketing]
      .filter(({ asks }) => rank(asks) > rank("notice"))
      .flatMap(({ source }) => source),
  ),
  bad: { ...exampleSite({ consent: "{ marketing: opt-out }" }), ...advertising },
  good: { ...exampleSite({ consent: "{ marketing: opt-in }" }), ...advertising },
  check(site, { registry, place: { law, line } }) {
    const { value } = site;
    const told = new Set<Category>();
    const findings: LawFinding[] = [];
    for (const used of usedProviders(value, registry))
      for (const one of used.cookies) {
        const { name, category, exemption, cookie } = one;
        if (category === "unclassified" || category === "necessary") continue;
        const wanted = askedBy(law, category, exemption);
        const ofSite = lawOf(value, registry)
          .consentTo(category)
          .find(({ isDeclared }) => isDeclared)?.model;
        const declared = cookie.consent ?? ofSite;
        if (!declared || rank(declared) >= rank(wanted)) continue;
        if (!cookie.consent && told.has(category)) continue;
        if (!cookie.consent) told.add(category);
        const subject = cookie.consent ? `cookie "${name}"` : `"${category}", such as "${name}",`;
        findings.push({
          path: pathOf(value.consent, category, line),
          ...(cookie.consent ? { place: placeInUse(site, used, one)(["consent"]) } : {}),
          message: `${subject} is set under "${declared}", expected "${wanted}"`,
          hint: "ask as the law does, or state the exemption that the cookie falls under",
          cites: [law.consent[category].source].flat(),
        });
      }
    return findings;
  },
};
