import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { applyIgnores, findIgnores } from "../rules/ignores.ts";
import type { Entry } from "../registry/entry.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Registry } from "../registry/registry.ts";
import { runRules } from "../rules/run.ts";
import { judgeByLaw } from "./by-law.ts";
import { casesOf, countUnjudged } from "./cases.ts";
import type { CraftRule, LawRule, LintRule } from "./rule.ts";

interface LintOptions {
  readonly rules: readonly LintRule[];
  /** The ids of rules that others run: an ignore of one is not judged here. */
  readonly otherRules?: readonly string[];
  /** Without a day, rules that depend on it are not run. */
  readonly today?: string;
  /** Whether a package can be loaded. Without it, rules that depend on that are not run. */
  readonly isInstalled?: (name: string) => boolean;
  /** Replaces those of every site: what if it were judged there. */
  readonly jurisdictions?: readonly string[];
}

/** The registry as if all its sites were elsewhere. */
function relocate(registry: Registry, jurisdictions: readonly string[]): Registry {
  const move = (site: Entry<Site>): Entry<Site> => ({
    ...site,
    value: { ...site.value, jurisdictions: [...jurisdictions] },
  });
  return { ...registry, sites: new Map([...registry.sites].map(([id, site]) => [id, move(site)])) };
}

const placeOf = ({ location: { file, line, column } }: Diagnostic) => `${file}\n${line}\n${column}`;

const sitesOf = ({ sites = [""] }: Diagnostic): readonly string[] => sites;

/** Drops what another rule says better of the same value, to the same sites. */
function dropYielding(found: readonly Diagnostic[], rules: readonly LintRule[]): Diagnostic[] {
  const yields = new Map(rules.map(({ id, yieldsTo = [] }) => [id, yieldsTo]));
  const told = new Set(
    found.flatMap((one) => sitesOf(one).map((site) => `${one.rule}\n${placeOf(one)}\n${site}`)),
  );
  return found.filter((one) => {
    const at = placeOf(one);
    return !(yields.get(one.rule) ?? []).some((rule) =>
      sitesOf(one).every((site) => told.has(`${rule}\n${at}\n${site}`)),
    );
  });
}

const isLawRule = (rule: LintRule): rule is LawRule => rule.law !== undefined;
const isCraftRule = (rule: LintRule): rule is CraftRule => rule.law === undefined;

/**
 * Judges a registry by the rules; what the loader could not read is not there to be judged. Of what stands in the
 * package's own files only its checkout hears.
 */
export function lint(whole: Registry, options: LintOptions): Diagnostic[] {
  const { jurisdictions, today = "", isInstalled = () => true } = options;
  const registry = jurisdictions ? relocate(whole, jurisdictions) : whole;
  const rules = options.rules.filter(
    ({ dependsOnToday, dependsOnMachine }) =>
      (!dependsOnToday || options.today) && (!dependsOnMachine || options.isInstalled),
  );
  const context = { registry, today, isInstalled };
  const { cases, lawCases } = casesOf(registry, options);
  const found = [
    ...runRules(rules.filter(isCraftRule), cases, context),
    ...judgeByLaw(rules.filter(isLawRule), lawCases(), context),
  ].filter(({ location }) => registry.project.owns(location.file));
  // What would hold elsewhere, of a part or on another machine does not tell whether an ignore is needed.
  const { sites, providers } = countUnjudged(registry);
  const isPart = jurisdictions !== undefined || sites + providers > 0;
  const judged = rules.filter(({ dependsOnMachine }) => !dependsOnMachine);
  const ran = new Set(isPart ? [] : judged.map(({ id }) => id));
  const known = new Set([...options.rules.map(({ id }) => id), ...(options.otherRules ?? [])]);
  const ignores = registry.files.flatMap(({ source }) => findIgnores(source));
  return sortDiagnostics(
    applyIgnores(dropYielding(found, rules), ignores, {
      known,
      wasRun: ({ rule }) => ran.has(rule),
      unused: { severity: "error", hint: "delete the comment" },
    }),
  );
}
