import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { applyIgnores, findIgnores } from "../rules/ignores.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import { citeSource, type Finding } from "../rules/rule.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { defaultJurisdictions } from "../vocabulary/vocabulary.ts";
import type { Place } from "../source/text-file.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import { cookieSubjects, sitesByProvider } from "./subjects.ts";
import { expandJurisdictions } from "./jurisdictions.ts";
import type { LintNeed, LintRule, LintSubjects } from "./rule.ts";

export interface LintOptions {
  readonly rules: readonly LintRule[];
  /** The ids of rules that others run: an ignore of one is not judged here. */
  readonly otherRules?: readonly string[];
  /** Without a day, rules that depend on it are not run. */
  readonly today?: string;
  /** Replaces those of every site: what if it were judged there. */
  readonly jurisdictions?: readonly string[];
}

/** Something to judge: for whom, where, and how a place of it is found. */
interface Case<N extends LintNeed> {
  readonly need: N;
  readonly subject: LintSubjects[N];
  readonly jurisdictions: ReadonlySet<string>;
  readonly place: (path: Path, part?: KeyOrValue) => Place;
  readonly sites?: readonly string[];
}

type AnyCase = { [N in LintNeed]: Case<N> }[LintNeed];

const everywhere: ReadonlySet<string> = new Set();

/** Finds a place of the whole registry by a path that begins with a kind and an id. */
function placeInRegistry(registry: Registry) {
  return ([kind, id, ...path]: Path, part?: KeyOrValue): Place => {
    const map = kind === "providers" ? registry.providers : registry.sites;
    return map.get(String(id))!.place(path, part);
  };
}

function casesOf(registry: Registry, { jurisdictions }: LintOptions): AnyCase[] {
  const judged = (sites: readonly Entry<Site>[]) =>
    expandJurisdictions(
      jurisdictions ?? sites.flatMap(({ value }) => value.jurisdictions ?? defaultJurisdictions),
    );
  const ids = (sites: readonly Entry<Site>[]) => sites.map(({ id }) => id);
  const isOwn = (provider: Entry<Provider>) => registry.project.owns(provider.layers[0].file);
  const users = sitesByProvider(registry);
  const sites = [...registry.sites.values()];
  return [
    ...cookieSubjects(registry, isOwn).map((subject): AnyCase => ({
      need: "cookie",
      subject,
      jurisdictions: judged(subject.sites),
      place: subject.place,
      sites: ids(subject.sites),
    })),
    ...registry.providers.read().flatMap((subject): AnyCase[] => {
      const its = users.get(subject.id) ?? [];
      if (its.length === 0 && !isOwn(subject)) return [];
      const { place } = subject;
      return [{ need: "provider", subject, jurisdictions: judged(its), place, sites: ids(its) }];
    }),
    ...sites.map((subject): AnyCase => {
      const { place } = subject;
      return { need: "site", subject, jurisdictions: judged([subject]), place };
    }),
    ...[...registry.languages.values()].map((subject): AnyCase => {
      const its = sites.filter(({ value }) => value.languages.includes(subject.tag));
      const { place } = subject.terms;
      return { need: "language", subject, jurisdictions: judged(its), place, sites: ids(its) };
    }),
    ...registry.files.map((subject): AnyCase => {
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

function diagnosticOf(rule: LintRule, { place, sites }: AnyCase, finding: Finding): Diagnostic {
  const { path, part, message, hint, fix } = finding;
  return {
    severity: finding.severity ?? rule.severity,
    rule: rule.id,
    message,
    ...(finding.place ?? place(path, part)),
    source: citeSource(rule.source),
    ...(hint === undefined ? {} : { hint }),
    ...(sites && sites.length > 0 ? { sites } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** Judges a registry by the rules; what the loader could not read is not there to be judged. */
export function lint(registry: Registry, options: LintOptions): Diagnostic[] {
  const rules = options.rules.filter(({ dependsOnToday }) => !dependsOnToday || options.today);
  const found = casesOf(registry, options).flatMap((one) =>
    rules.flatMap((rule) => {
      if (rule.needs !== one.need || !applies(rule, one.jurisdictions)) return [];
      const context = { registry, jurisdictions: one.jurisdictions, today: options.today ?? "" };
      // The need of the rule and of the case are the same, which the compiler cannot follow.
      const check = rule.check as (subject: unknown, context: unknown) => readonly Finding[];
      return check(one.subject, context).map((finding) => diagnosticOf(rule, one, finding));
    }),
  );
  // What would hold elsewhere does not tell whether an ignore is needed where the sites are.
  const ran = new Set(options.jurisdictions ? [] : rules.map(({ id }) => id));
  const known = new Set([...options.rules.map(({ id }) => id), ...(options.otherRules ?? [])]);
  // A table has no comments.
  const ignores = registry.files.flatMap(({ source }) =>
    source.document ? findIgnores(source) : [],
  );
  return sortDiagnostics(
    applyIgnores(found, ignores, {
      known,
      wasRun: ({ rule }) => ran.has(rule),
      unused: { severity: "error", hint: "delete the comment" },
    }),
  );
}
