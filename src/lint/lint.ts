import { type Diagnostic, sortDiagnostics, type Place } from "../diagnostic.ts";
import { applyIgnores, findIgnores } from "../rules/ignores.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import { type CasesFor, runRules } from "../rules/run.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { defaultJurisdictions } from "../vocabulary/vocabulary.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import { cookieSubjects, sitesByProvider } from "./subjects.ts";
import { expandJurisdictions } from "./jurisdictions.ts";
import type { LintRule, LintSubjects } from "./rule.ts";

interface LintOptions {
  readonly rules: readonly LintRule[];
  /** The ids of rules that others run: an ignore of one is not judged here. */
  readonly otherRules?: readonly string[];
  /** Without a day, rules that depend on it are not run. */
  readonly today?: string;
  /** Replaces those of every site: what if it were judged there. */
  readonly jurisdictions?: readonly string[];
}

/** Something to judge, and the jurisdictions in which it is judged. */
type Case = CasesFor<LintSubjects>[keyof LintSubjects] & {
  readonly jurisdictions: ReadonlySet<string>;
};

const everywhere: ReadonlySet<string> = new Set();

/** Finds a place of the whole registry by a path that begins with a kind and an id. */
function placeInRegistry(registry: Registry) {
  return ([kind, id, ...path]: Path, part?: KeyOrValue): Place => {
    const map = kind === "providers" ? registry.providers : registry.sites;
    return map.get(String(id))!.place(path, part);
  };
}

function casesOf(registry: Registry, { jurisdictions }: LintOptions): Case[] {
  const judged = (sites: readonly Entry<Site>[]) =>
    expandJurisdictions(
      jurisdictions ?? sites.flatMap(({ value }) => value.jurisdictions ?? defaultJurisdictions),
    );
  const ids = (sites: readonly Entry<Site>[]) => sites.map(({ id }) => id);
  const isOwn = (provider: Entry<Provider>) => registry.project.owns(provider.layers[0].file);
  const users = sitesByProvider(registry);
  const sites = [...registry.sites.values()];
  return [
    ...cookieSubjects(registry, isOwn).map((subject): Case => ({
      need: "cookie",
      subject,
      jurisdictions: judged(subject.sites),
      place: subject.place,
      sites: ids(subject.sites),
    })),
    ...registry.providers.read().flatMap((subject): Case[] => {
      const its = users.get(subject.id) ?? [];
      if (its.length === 0 && !isOwn(subject)) return [];
      const { place } = subject;
      return [{ need: "provider", subject, jurisdictions: judged(its), place, sites: ids(its) }];
    }),
    ...sites.map((subject): Case => {
      const { place } = subject;
      return { need: "site", subject, jurisdictions: judged([subject]), place };
    }),
    ...[...registry.languages.values()].map((subject): Case => {
      const its = sites.filter(({ value }) => value.languages.includes(subject.tag));
      const { place } = subject.terms;
      return { need: "language", subject, jurisdictions: judged(its), place, sites: ids(its) };
    }),
    ...registry.files.map((subject): Case => {
      const { place } = subject.source;
      return { need: "file", subject, jurisdictions: everywhere, place };
    }),
    {
      need: "registry",
      subject: registry,
      jurisdictions: judged(sites),
      place: placeInRegistry(registry),
    },
  ];
}

const applies = ({ jurisdictions }: LintRule, judged: ReadonlySet<string>): boolean =>
  !jurisdictions || jurisdictions.some((id) => judged.has(id));

/**
 * Judges a registry by the rules; what the loader could not read is not there to be judged. Of what stands in the
 * package's own files only its checkout hears.
 */
export function lint(registry: Registry, options: LintOptions): Diagnostic[] {
  const rules = options.rules.filter(({ dependsOnToday }) => !dependsOnToday || options.today);
  const today = options.today ?? "";
  const found = casesOf(registry, options).flatMap(({ jurisdictions, ...one }) => {
    const applicable = rules.filter((rule) => applies(rule, jurisdictions));
    return runRules(applicable, [one], { registry, jurisdictions, today });
  });
  const own = found.filter(({ location }) => registry.project.owns(location.file));
  // What would hold elsewhere does not tell whether an ignore is needed where the sites are.
  const ran = new Set(options.jurisdictions ? [] : rules.map(({ id }) => id));
  const known = new Set([...options.rules.map(({ id }) => id), ...(options.otherRules ?? [])]);
  const ignores = registry.files.flatMap(({ source }) => findIgnores(source));
  return sortDiagnostics(
    applyIgnores(own, ignores, {
      known,
      wasRun: ({ rule }) => ran.has(rule),
      unused: { severity: "error", hint: "delete the comment" },
    }),
  );
}
