import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (description: string) => ({
  ...exampleSite({ languages: "[en, fr]" }),
  ...exampleProvider({}, [exampleCookie("sid", { description })]),
});

export const descriptionUntranslated: CraftRule = {
  id: "description-untranslated",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie's own description is missing in a language of a site.",
  why: "A page shows a description only in its own language, so some readers would learn less than others.",
  bad: example("{ en: Ends when you log out. }"),
  good: example("{ en: Ends when you log out., fr: Prend fin à la déconnexion. }"),
  check({ cookie: { name, description }, sites }) {
    if (description === undefined) return [];
    const used = new Set(sites.flatMap(({ value: { languages } }) => languages));
    const missing = [...used].filter((tag) => description[tag] === undefined);
    if (missing.length === 0) return [];
    const message = `description of "${name}" without ${missing.map((tag) => `"${tag}"`).join(", ")}, expected a text for each language of its pages`;
    return [{ path: ["description"], message }];
  },
};
