import type { Diagnostic } from "../../src/diagnostic.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../../src/lint/examples/example.ts";
import { lint } from "../../src/lint/lint.ts";
import type { LintRule } from "../../src/lint/rule.ts";
import type { Example } from "../../src/rules/rule.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import type { Registry } from "../../src/registry/registry.ts";
import { writeProject } from "../project.ts";

/** The day on which examples are judged. */
export const today = "2026-11-23";

/** A project in which nothing is wrong; an example replaces some of its files. */
export const base: Example = {
  "content/en/terms.yaml": "review: done\n",
  ...exampleSite({}),
  ...exampleProvider({ country: "FR", reviewed: "2026-11-01" }, [
    exampleCookie("sid"),
    exampleCookie("choice"),
  ]),
};

/** The registry of an example; what the loader finds fails the test. */
export function loadExample(files: Example): Registry {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject({ ...base, ...files })));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return registry;
}

/** What the rules find where no optional package is installed, judged in these places or where each site is. */
export const lintIn = (registry: Registry, jurisdictions?: readonly string[]): Diagnostic[] =>
  lint(registry, {
    rules: lintRules,
    today,
    isInstalled: () => false,
    ...(jurisdictions ? { jurisdictions } : {}),
  });

export const lintExample = (
  files: Example,
  { jurisdictions }: { readonly jurisdictions?: readonly string[] } = {},
): Diagnostic[] => lintIn(loadExample(files), jurisdictions);

/** As `lintExample`, judged where the examples of the rule are. */
export const lintExampleOf = (rule: LintRule, files: Example): Diagnostic[] =>
  lintExample(files, rule.law && rule.exampleIn ? { jurisdictions: [rule.exampleIn] } : {});
