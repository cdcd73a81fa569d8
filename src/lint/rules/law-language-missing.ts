import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const site = (languages: string) =>
  exampleSite({
    languages,
    personInCharge: "{ BR: { name: A. Example, email: privacy@example.example } }",
  });

export const lawLanguageMissing: LawRule = {
  id: "law-language-missing",
  severity: "warning",
  needs: "site",
  summary: "A page is in no language that the law or the authority of a place asks for.",
  why: "A page that visitors cannot read informs nobody, so some places want it in their own language.",
  law: ask("pageLanguages", ({ pageLanguages }) => pageLanguages?.source),
  exampleIn: "BR",
  bad: site("[en]"),
  good: site("[pt-BR]"),
  check({ value: { languages } }, { place: { law, id } }) {
    const wanted = law.pageLanguages!.anyOf;
    const isRead = languages.some(
      (tag) => wanted.includes(tag) || wanted.includes(tag.split("-")[0]!),
    );
    if (isRead) return [];
    const list = wanted.map((tag) => `"${tag}"`).join(" or ");
    const message = `no language of "${id}" among ${languages.map((tag) => `"${tag}"`).join(", ")}, expected ${list}`;
    return [{ severity: "warning", path: ["languages"], message }];
  },
};
