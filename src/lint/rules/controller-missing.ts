import { exampleSite } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { contact } from "../questions.ts";

export const controllerMissing: LawRule = {
  id: "controller-missing",
  severity: "error",
  needs: "site",
  summary: "A site does not say who is responsible for it.",
  why: "Whoever decides why and how personal data is collected must give their name, so that visitors know against whom they have rights.",
  law: contact("controller"),
  bad: exampleSite({ controller: undefined }),
  good: exampleSite({}),
  check: ({ value }) =>
    value.controller
      ? []
      : [{ path: ["controller"], message: 'no controller, expected "controller" with its name' }],
};
