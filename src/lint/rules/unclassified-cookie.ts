import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (keys: Parameters<typeof exampleCookie>[1]) =>
  exampleProvider({}, [exampleCookie("_x7", { ...keys, duration: "session" })]);

export const unclassifiedCookie: CraftRule = {
  id: "unclassified-cookie",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie is declared as unclassified.",
  why: "What nobody has classified cannot be explained to a visitor, and no choice can be offered for it. It may be declared while it is being looked into, and should not stay so.",
  bad: example({ category: "unclassified" }),
  good: example({ function: "attack-protection", purposes: "[prevent-attacks]" }),
  check: ({ cookie: { name, category } }) =>
    category === "unclassified"
      ? [
          {
            path: ["category"],
            message: `cookie "${name}" is "unclassified", expected "function" and "purposes"`,
            hint: "ask its provider what it does, or remove what sets it",
          },
        ]
      : [],
};
