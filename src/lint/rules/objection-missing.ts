import { declaredCookies } from "../../registry/cookies.ts";
import type { LintRule } from "../rule.ts";
const site = (objection: string) => `name: Example
url: https://example.example
controller: { name: Example SA, email: privacy@example.example }
authority: { name: CNIL, url: https://www.cnil.fr }
languages: [en]
providers: [example]
${objection}updated: 2026-11-01
`;

const provider = `name: Example
recipients: []
reviewed: 2026-11-01
cookies:
  - name: "visits"
    function: audience-measurement
    purposes: [measure-audience]
    exemption: audience-measurement
    duration: 13 months
    selfRenewing: false
    dataRetention: 25 months
`;

export const objectionMissing: LintRule = {
  id: "objection-missing",
  severity: "error",
  needs: "site",
  summary: "A site measures its audience without consent but does not say how to object.",
  why: "France and the United Kingdom exempt some statistics from consent, but not from choice: visitors must be told, and must have a simple means to object.",
  source: {
    document: "PECR 2003, Schedule A1 (United Kingdom), and CNIL, deliberation 2020-091 (France)",
    date: "2026-02-05 and 2020-09-17",
    certainty: "A2",
  },
  jurisdictions: ["FR", "UK"],
  bad: { "data/sites/example.yaml": site(""), "data/providers/example.yaml": provider },
  good: {
    "data/sites/example.yaml": site("objection: https://example.example/#object\n"),
    "data/providers/example.yaml": provider,
  },
  check({ value }, { registry }) {
    if (value.objection !== undefined) return [];
    const cookie = declaredCookies(value, registry).find(
      ({ exemption }) => exemption === "audience-measurement",
    );
    if (!cookie) return [];
    const message = `cookie "${cookie.name}" measures the audience without consent, expected "objection"`;
    const hint = "the address where a visitor objects to it";
    return [{ path: ["objection"], message, hint }];
  },
};
