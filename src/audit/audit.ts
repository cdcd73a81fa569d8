import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { applyIgnores, findIgnores, type Ignore } from "../rules/ignores.ts";
import type { Registry } from "../registry/registry.ts";
import { runRules } from "../rules/run.ts";
import { usedProviders } from "../registry/cookies.ts";
import type { Comparison } from "./compare.ts";
import type { Propose } from "./propose/propose.ts";
import type { AuditContext, AuditRule, AuditSubjects } from "./rule.ts";

interface AuditOptions {
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

const ignoresIn = ({ files }: Registry, names: ReadonlySet<string>): Ignore[] =>
  files.flatMap(({ source }) => (names.has(source.file) ? findIgnores(source) : []));

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
  const found = runRules<AuditSubjects, AuditContext>(
    ran,
    [
      { need: "site", subject: comparison, place: site.place },
      ...cookies.map((cookie) => ({
        need: "cookie" as const,
        subject: cookie,
        place: cookie.place,
      })),
    ],
    { comparison, propose },
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
