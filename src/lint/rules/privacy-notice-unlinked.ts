import { declaredCookies } from "../../registry/cookies.ts";
import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const privacyNoticeUnlinked: LawRule = {
  id: "privacy-notice-unlinked",
  severity: "note",
  needs: "site",
  summary:
    "A page about cookies leads to no privacy notice, where the law asks for more than it says.",
  why: "Visitors must be told on what basis data is used, that of necessary cookies, too, and some laws want a policy on privacy to be published. A page that states neither leads to where it is said.",
  law: ask(
    "duties.privacy-policy-link or duties.legal-basis",
    ({ duties = {} }) => duties["privacy-policy-link"] ?? duties["legal-basis"],
  ),
  bad: exampleSite({ privacyPolicy: undefined }),
  good: exampleSite({}),
  check({ value }, { registry, place: { law } }) {
    if (value.privacyPolicy !== undefined) return [];
    const hint = "the address of the site's own privacy notice";
    if (law.duties?.["privacy-policy-link"]) {
      const message = 'the page leads to no policy on privacy, expected "privacyPolicy"';
      return [{ path: ["privacyPolicy"], message, hint }];
    }
    const cookie = declaredCookies(value, registry).find(
      ({ category }) => category === "necessary" && !value.legalBasis?.necessary,
    );
    if (!cookie) return [];
    const message = `nothing says on what basis data of necessary cookies, such as "${cookie.name}", is used, expected "privacyPolicy"`;
    return [{ path: ["privacyPolicy"], message, hint: `${hint}, or "legalBasis"` }];
  },
};
