import { exemptions } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (category?: string) =>
  exampleProvider({}, [
    exampleCookie("map", {
      function: "interactive-map",
      purposes: "[show-external-content]",
      category,
      duration: "session",
    }),
    exampleCookie("choice"),
  ]);

const criteria = exemptions
  .filter((exemption) => exemption !== "audience-measurement")
  .map((exemption) => `"${exemption}"`)
  .join(", ");

export const exemptionMissing: LintRule = {
  id: "exemption-missing",
  severity: "error",
  needs: "cookie",
  summary: "A cookie is called necessary, but under no criterion that exempts it from consent.",
  why: "Sites often call cookies essential that are not. Whoever asks no consent must be able to show why each such cookie is strictly necessary; without a criterion nothing can be shown.",
  source: {
    document: "EDPB, Report of the work undertaken by the Cookie Banner Taskforce",
    date: "2023-01-17",
    certainty: "A2",
  },
  jurisdictions: ["EU"],
  bad: example("necessary"),
  good: example(),
  check: ({ cookie, category, exemption }) =>
    category === "necessary" && exemption === undefined
      ? [
          {
            path: [cookie.category ? "category" : "function"],
            message: `cookie "${cookie.name}" is necessary under no criterion, expected "exemption", or a function that has one`,
            hint: `one of ${criteria}; where none is met, it is not necessary`,
          },
        ]
      : [],
};
