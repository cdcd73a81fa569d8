import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (purposes?: string) =>
  exampleProvider({}, [exampleCookie("sid", { purposes, category: "necessary" })]);

export const purposeMissing: LawRule = {
  id: "purpose-missing",
  severity: "error",
  needs: "cookie",
  summary: "A cookie does not say why it is set.",
  why: "Why a cookie is set is the first thing that visitors have a right to know; its category alone does not tell them. A cookie that is still unclassified is reported as that.",
  law: duty("purposes"),
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
