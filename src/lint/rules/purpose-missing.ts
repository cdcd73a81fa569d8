import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (purposes?: string) =>
  exampleProvider({}, [exampleCookie("sid", { purposes, category: "necessary" })]);

export const purposeMissing: LintRule = {
  id: "purpose-missing",
  severity: "error",
  needs: "cookie",
  summary: "A cookie does not say why it is set.",
  why: "Why a cookie is set is the first thing that visitors have a right to know; its category alone does not tell them. A cookie that is still unclassified is reported as that.",
  source: {
    document: "Directive 2002/58/EC (ePrivacy)",
    article: "Article 5(3)",
    date: "2002-07-12",
    certainty: "B",
  },
  jurisdictions: ["EU", "UK", "CH", "BR", "CA-QC"],
  bad: example(),
  good: example("[check-identity]"),
  check: ({ cookie: { name, purposes = [] }, category }) =>
    purposes.length > 0 || category === "unclassified"
      ? []
      : [
          {
            path: ["purposes"],
            message: `cookie "${name}" has no purposes, expected "purposes" with at least one`,
          },
        ],
};
