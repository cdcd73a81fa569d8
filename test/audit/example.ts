import { audit } from "../../src/audit/audit.ts";
import { type Comparison, compareEvidence } from "../../src/audit/compare.ts";
import { propose } from "../../src/audit/propose/propose.ts";
import { auditRules } from "../../src/audit/rules.ts";
import type { Diagnostic } from "../../src/diagnostic.ts";
import type { Observation } from "../../src/observation/observation.ts";
import type { SeenRequest } from "../../src/observation/requests.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import type { Registry } from "../../src/registry/registry.ts";
import type { Example } from "../../src/rules/rule.ts";
import { base } from "../lint/example.ts";
import { writeProject } from "../project.ts";

/** The registry of an example over the project of the linter's examples; what the loader finds fails the test. */
export function load(files: Example): Registry {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject({ ...base, ...files })));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return registry;
}

export const compareIn = (
  registry: Registry,
  observations: readonly Observation[],
  incomplete: readonly string[] = [],
  requests?: readonly SeenRequest[],
): Comparison =>
  compareEvidence(registry.sites.get("example")!, registry, {
    observations,
    ...(requests ? { requests } : {}),
    diagnostics: [],
    incomplete,
  });

/** What the rules find where an example's site was seen so. */
export function auditExample(
  files: Example,
  seen: readonly Observation[],
  incomplete: readonly string[] = [],
  requests?: readonly SeenRequest[],
): Diagnostic[] {
  const registry = load(files);
  const { url } = registry.sites.get("example")!.value;
  return audit(registry, compareIn(registry, seen, incomplete, requests), {
    rules: auditRules,
    propose: (cookies) => propose(registry, { id: "example", name: "Example", url }, cookies),
  });
}

/** `rule` of each that is found. */
export const rulesOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ rule }) => rule);
