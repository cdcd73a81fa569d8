import type { Diagnostic } from "../../src/diagnostic.ts";
import { lint } from "../../src/lint/lint.ts";
import type { LintRule } from "../../src/lint/rule.ts";
import type { Example } from "../../src/rules/rule.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { writeProject } from "../project.ts";

/** The day on which examples are judged. */
export const today = "2026-11-23";

/** A project in which nothing is wrong; an example replaces some of its files. */
export const base: Example = {
  "content/en/terms.yaml": "review: done\n",
  "data/sites/example.yaml": `name: Example
url: https://example.example
controller: { name: Example SA, email: privacy@example.example }
authority: { name: CNIL, url: https://www.cnil.fr }
languages: [en]
providers: [example]
preferences: https://example.example/#cookies
objection: https://example.example/#object
updated: 2026-11-01
`,
  "data/providers/example.yaml": `name: Example
country: FR
recipients: []
reviewed: 2026-11-01
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
  - name: "choice"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months
`,
};

/** What the rules find in an example, judged where the rule applies; what the loader finds fails the test. */
export function lintExample(
  files: Example,
  { jurisdictions }: Pick<LintRule, "jurisdictions">,
): Diagnostic[] {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject({ ...base, ...files })));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return lint(registry, { rules: lintRules, today, ...(jurisdictions ? { jurisdictions } : {}) });
}
