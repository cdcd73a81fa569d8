import type { Diagnostic } from "../diagnostic.ts";
import type { Evidence } from "../observation/observation.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Site } from "../registry/schema/site.ts";
import { inLanguage } from "../vocabulary/by-language.ts";
import { audit } from "./audit.ts";
import { compareEvidence, type Comparison } from "./compare.ts";
import { propose } from "./propose/propose.ts";
import { auditRules } from "./rules.ts";

/** Evidence that says why it may lack something, besides what it says itself. */
export function withGaps(evidence: Evidence): Evidence {
  const { observations, diagnostics, incomplete } = evidence;
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...evidence,
    incomplete: [
      ...incomplete,
      ...(isBroken ? ["a file of evidence could not be read"] : []),
      ...(observations.length === 0 ? ["nothing was observed at all"] : []),
    ],
  };
}

/** Holds what a site declares against evidence, and judges it by every rule. */
export function judgeEvidence(
  site: Entry<Site>,
  registry: Registry,
  evidence: Evidence,
): { readonly comparison: Comparison; readonly diagnostics: readonly Diagnostic[] } {
  const comparison = compareEvidence(site, registry, evidence);
  const { id, value } = site;
  const { url, domains } = value;
  const about = { id, name: inLanguage(value.name, value.languages[0]!), url, domains };
  const found = audit(registry, comparison, {
    rules: auditRules,
    propose: (cookies) => propose(registry, about, cookies, evidence.requests),
  });
  return { comparison, diagnostics: [...evidence.diagnostics, ...found] };
}
