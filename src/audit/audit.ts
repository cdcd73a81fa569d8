import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { applyIgnores, findIgnores, type Ignore } from "../rules/ignores.ts";
import type { Registry } from "../registry/registry.ts";
import { citeSource, type Finding } from "../rules/rule.ts";
import type { Place } from "../source/text-file.ts";
import { usedProviders } from "../registry/cookies.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import type { Comparison } from "./compare.ts";
import type { Propose } from "./propose/propose.ts";
import type { AuditNeed, AuditRule, AuditSubjects } from "./rule.ts";

export interface AuditOptions {
  readonly rules: readonly AuditRule[];
  readonly propose: Propose;
}

/** The names of the files that make a site and its providers. */
function filesOf(registry: Registry, id: string): Set<string> {
  const site = registry.sites.get(id);
  if (!site) return new Set();
  const providers = usedProviders(site.value, registry).map(({ provider }) => provider);
  return new Set([site, ...providers].flatMap(({ layers }) => layers.map(({ file }) => file)));
}

function ignoresIn(registry: Registry, files: ReadonlySet<string>): Ignore[] {
  const sources = registry.files.map(({ source }) => source).filter(({ file }) => files.has(file));
  // A table has no comments.
  return sources.flatMap((source) => (source.document ? findIgnores(source) : []));
}

/**
 * Judges what was compared by the rules. Ignores of the site's files hide what they name. One that hides nothing is
 * reported where the rule was run on all there is to see, and only in files that no other site uses.
 */
export function audit(
  registry: Registry,
  comparison: Comparison,
  { rules, propose }: AuditOptions,
): Diagnostic[] {
  const { site, cookies, phases, incomplete } = comparison;
  const ran = rules.filter(({ phase }) => !phase || phases.has(phase));
  const subjects: readonly {
    need: AuditNeed;
    subject: AuditSubjects[AuditNeed];
    place: PlaceOf;
  }[] = [
    { need: "site", subject: comparison, place: site.place },
    ...cookies.map((cookie) => ({ need: "cookie" as const, subject: cookie, place: cookie.place })),
  ];
  const found = subjects.flatMap(({ need, subject, place }) =>
    ran.flatMap((rule) => {
      if (rule.needs !== need) return [];
      // The need of the rule and of the subject are the same, which the compiler cannot follow.
      const check = rule.check as (subject: unknown, context: unknown) => readonly Finding[];
      const findings = check(subject, { comparison, propose });
      return findings.map((finding) => diagnosticOf(rule, place, finding));
    }),
  );

  const known = new Set(rules.map(({ id }) => id));
  const runIds = new Set(incomplete.length > 0 ? [] : ran.map(({ id }) => id));
  // Ignores of the linter's rules are the linter's to judge.
  const ignores = ignoresIn(registry, filesOf(registry, site.id)).filter(({ rule }) =>
    known.has(rule),
  );
  const others =
    ignores.length > 0 ? [...registry.sites.keys()].filter((id) => id !== site.id) : [];
  const shared = new Set(others.flatMap((id) => [...filesOf(registry, id)]));
  return sortDiagnostics(
    applyIgnores(found, ignores, {
      known,
      wasRun: ({ rule, file }) => runIds.has(rule) && !shared.has(file),
      unused: {
        severity: "warning",
        hint: "delete the comment, unless what it is for did not happen in this visit",
      },
    }),
  );
}

type PlaceOf = (path: Path, part?: KeyOrValue) => Place;

function diagnosticOf(rule: AuditRule, place: PlaceOf, finding: Finding): Diagnostic {
  const { path, part, message, hint, addition } = finding;
  return {
    severity: finding.severity ?? rule.severity,
    rule: rule.id,
    message,
    ...(finding.place ?? place(path, part)),
    source: citeSource(rule.source),
    ...(hint === undefined ? {} : { hint }),
    ...(addition ? { addition } : {}),
  };
}
