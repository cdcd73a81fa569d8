import { declaredCookies } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { claimedIn } from "../claims.ts";
import { optIn } from "../questions.ts";
import type { LawContext, LawRule } from "../rule.ts";

/** Whether a site measures its audience under an exemption that the place knows. */
const isExempt = ({ value }: Entry<Site>, { registry, place: { law } }: LawContext): boolean =>
  law.exemptions?.["audience-measurement"] !== undefined &&
  declaredCookies(value, registry).some(({ exemption }) => exemption === "audience-measurement");

export const proseAnonymousNoConsent: LawRule = {
  id: "prose-anonymous-no-consent",
  severity: "warning",
  needs: "language",
  summary: "The words of a page say that anonymous statistics need no consent.",
  why: "What is stored on a visitor's device, or read from it, needs consent whether it is personal data or not. Only some places exempt the measurement of an audience, on more conditions than that one; a site that measures under such an exemption states it of its cookies, and is then left out.",
  law: optIn("statistics"),
  exampleIn: "DE",
  bad: {
    "content/en/sites/example.md":
      "Our statistics are anonymous, so they do not require your consent.\n",
  },
  good: { "content/en/sites/example.md": "We count visits only if you agree.\n" },
  check(words, context) {
    const { sites } = context;
    return claimedIn(words, words.vague.anonymousNoConsent).flatMap(({ phrase, at }) => {
      const its = sites.filter(({ id }) => at.sites?.includes(id) ?? true);
      if (its.some((site) => isExempt(site, context))) return [];
      const message = `anonymous and therefore without consent, "${phrase}", expected consent to what is stored or read`;
      const hint = `what such sentences say is listed in content/${words.tag}/vague.yaml`;
      return [{ ...at, message, hint }];
    });
  },
};
