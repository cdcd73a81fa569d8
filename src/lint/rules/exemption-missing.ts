import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { ask } from "../questions.ts";

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

const list = (criteria: readonly string[]) =>
  criteria.map((criterion) => `"${criterion}"`).join(", ");

export const exemptionMissing: LawRule = {
  id: "exemption-missing",
  severity: "error",
  needs: "cookie",
  summary: "A cookie is called necessary, but under no criterion that exempts it from consent.",
  why: "Sites often call cookies essential that are not. A site that asks no consent must be able to show why each such cookie is strictly necessary; without a criterion nothing can be shown.",
  law: ask("consent.necessary, where criteria exempt from consent", ({ consent, exemptions }) =>
    exemptions?.["user-input"] ? consent.necessary.source : undefined,
  ),
  bad: example("necessary"),
  good: example(),
  check: ({ cookie, category, exemption }, { place: { law } }) =>
    category === "necessary" && exemption === undefined
      ? [
          {
            path: [cookie.category ? "category" : "function"],
            message: `cookie "${cookie.name}" is necessary under no criterion, expected "exemption", or a function that has one`,
            hint: `one of ${list(Object.keys(law.exemptions ?? {}).filter((id) => id !== "audience-measurement"))}; where none is met, it is not necessary`,
          },
        ]
      : [],
};
