import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (domain?: string) => exampleProvider({}, [exampleCookie("node", { domain })]);

export const necessaryThirdParty: LintRule = {
  id: "necessary-third-party",
  severity: "warning",
  needs: "cookie",
  summary: "A necessary cookie is set by a third party.",
  why: "What another site sets usually belongs to another service than the one that the visitor asked for, and is then not strictly necessary for it. Where it is, that should be explained, so this flags it for review.",
  source: {
    document: "Article 29 Working Party, Opinion 04/2012 on Cookie Consent Exemption (WP194)",
    date: "2012-06-07",
    certainty: "A2",
  },
  jurisdictions: ["EU"],
  bad: example("cdn.example"),
  good: example(),
  check: ({ cookie: { name, domain }, category, isThirdParty }) =>
    category === "necessary" && isThirdParty
      ? [
          {
            path: ["domain"],
            message: `necessary cookie "${name}" is set by the third party "${domain}", expected the visited site to set it`,
            hint: "ask for consent to it, or ignore this and say which request of the visitor it serves",
          },
        ]
      : [],
};
