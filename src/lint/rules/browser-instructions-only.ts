import { declaredCookies } from "../../registry/cookies.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../example.ts";
import type { LintRule } from "../rule.ts";
const asking = exampleProvider({ reviewed: "2026-11-01" }, [
  exampleCookie("theme"),
  exampleCookie("choice"),
]);

export const browserInstructionsOnly: LintRule = {
  id: "browser-instructions-only",
  severity: "warning",
  needs: "site",
  summary: "The page leaves visitors only the settings of their browser.",
  why: "Visitors should be able to manage cookies on the site itself. To send them to the settings of every browser that they use is not enough where a cookie is not necessary.",
  source: {
    document: "ANPD, Guia orientativo: cookies e proteção de dados pessoais",
    date: "2022-10-18",
    certainty: "A2",
  },
  jurisdictions: ["BR"],
  bad: {
    ...exampleSite({ authority: undefined, preferences: undefined, objection: undefined }),
    ...asking,
  },
  good: { ...exampleSite({ authority: undefined, objection: undefined }), ...asking },
  check({ value }, { registry }) {
    if (value.preferences !== undefined || value.objection !== undefined) return [];
    const cookie = declaredCookies(value, registry).find(
      ({ category }) => category !== "necessary",
    );
    if (!cookie) return [];
    const message = `cookie "${cookie.name}" is not necessary and can be refused only in the browser, expected "preferences"`;
    const hint = "the address on the site where a visitor changes the choice";
    return [{ path: ["preferences"], message, hint }];
  },
};
