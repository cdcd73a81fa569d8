import { resolve } from "node:path";
import { judgeEvidence, withGaps } from "./audit/judge.ts";
import { type Declared, listObserved } from "./audit/observation-text.ts";
import { auditRules } from "./audit/rules.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { readEvidenceText } from "./importers/read-evidence.ts";
import { lint } from "./lint/lint.ts";
import { lintRules } from "./lint/rules.ts";
import { isRoot, runtime, thisProcess } from "./machine.ts";
import { mergeEvidence } from "./observation/merge.ts";
import { type Loaded, loadRegistry } from "./registry/load.ts";
import { openProject, protectedFolders } from "./registry/project.ts";
import { build } from "./site/build/build.ts";
import { NoSite, RegistryFaults } from "./site/build/errors.ts";
import type { PlainPolicy } from "./site/page/plain-policy.ts";
import type { Built } from "./site/output/publish.ts";
import { describePolicies, type Policies } from "./site/render/policies.ts";
import { expectedOneOf } from "./source/suggestions.ts";

/** A project as it was read. */
interface OpenedProject {
  /** Absolute. */
  readonly folder: string;
  /** The ids of its sites, without those that are only parents of others. */
  readonly sites: readonly string[];
  /** What keeps its pages from being made, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

const loadedOf = new WeakMap<OpenedProject, Loaded>();

/** Reads a project once; what changes in its files later is not seen. Places are named as seen from the folder. */
export function loadProject(folder: string): OpenedProject {
  const path = resolve(folder);
  const loaded = loadRegistry(openProject(path));
  const { registry, diagnostics } = loaded;
  const project = Object.freeze({ folder: path, sites: [...registry.sites.keys()], diagnostics });
  loadedOf.set(project, loaded);
  return project;
}

function registryOf(project: OpenedProject): Loaded {
  const loaded = loadedOf.get(project);
  if (!loaded)
    throw new TypeError("no project of loadProject, expected the very object that it gave");
  return loaded;
}

/** As `registryOf`; throws where the project has diagnostics, which the error carries. */
function faultlessOf(project: OpenedProject): Loaded {
  const loaded = registryOf(project);
  if (loaded.diagnostics.length > 0) throw new RegistryFaults(loaded.diagnostics);
  return loaded;
}

/**
 * Everything that is wrong with a project: what `loadProject` found, and what the rules find. Without `today`, such as
 * `2026-11-28`, rules about age and the future are not run; with `jurisdictions` it is judged as if the visitors of every
 * site were there.
 */
function lintProject(
  project: OpenedProject,
  options: { readonly today?: string; readonly jurisdictions?: readonly string[] } = {},
): readonly Diagnostic[] {
  const { registry, diagnostics } = registryOf(project);
  const otherRules = auditRules.map(({ id }) => id);
  return [...diagnostics, ...lint(registry, { ...options, rules: lintRules, otherRules })];
}

/** The text of a HAR file, a storage state or the like, and the name that reports give it. */
interface EvidenceText {
  readonly file: string;
  readonly text: string;
}

interface Audited {
  readonly diagnostics: readonly Diagnostic[];
  /** What was seen, and which provider declares it; never a value. */
  readonly observed: readonly Declared[];
  /** Why something may have gone unseen; empty where nothing is known to be missing. */
  readonly incomplete: readonly string[];
}

/** Holds what a site declares against what visits showed. Throws where the project has diagnostics. */
function auditProject(
  project: OpenedProject,
  { site, evidence }: { readonly site: string; readonly evidence: readonly EvidenceText[] },
): Audited {
  const { registry } = faultlessOf(project);
  const entry = registry.sites.get(site);
  if (!entry) throw new Error(`unknown site "${site}", ${expectedOneOf(site, project.sites)}`);
  const seen = withGaps(mergeEvidence(evidence.map(readEvidenceText)));
  const { comparison, diagnostics } = judgeEvidence(entry, registry, seen);
  const { incomplete } = comparison;
  return { diagnostics, observed: listObserved(comparison, seen.observations), incomplete };
}

/** Writes the pages of all sites into `output`, whole or not at all. Rejects where the project has diagnostics. */
async function buildProject(
  project: OpenedProject,
  { output }: { readonly output: string },
): Promise<Built> {
  const loaded = faultlessOf(project);
  if (project.sites.length === 0) throw new NoSite("no site to build");
  return build({
    loaded,
    mode: "published",
    target: {
      output: resolve(output),
      protect: protectedFolders(project.folder),
      host: thisProcess,
    },
    selection: {},
    signal: new AbortController().signal,
    runtime,
    browser: { isRoot },
  });
}

/** What the pages show, by site and language: plain frozen objects. Throws where the project has diagnostics. */
const describeProject = (project: OpenedProject): Policies =>
  describePolicies(faultlessOf(project).registry);

export {
  auditProject as audit,
  buildProject as build,
  describeProject as describePolicies,
  lintProject as lint,
};
export type {
  Audited,
  Built,
  Diagnostic,
  EvidenceText,
  OpenedProject as Project,
  PlainPolicy,
  Policies,
};
