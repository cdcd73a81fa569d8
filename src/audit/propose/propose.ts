import { join } from "node:path";
import type { Addition } from "../../diagnostic.ts";
import type { SeenRequest } from "../../observation/requests.ts";
import { usedProviders } from "../../registry/cookies.ts";
import type { Registry } from "../../registry/registry.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { createAttribution, type AuditedSite, type LikelyProvider } from "./attribute.ts";
import { findAskedHosts } from "./asked-hosts.ts";
import { createCandidates } from "./candidates.ts";
import { createCatalogue, type KnownCookie } from "./catalogue.ts";
import { declarableName, keyOfEntry, writeEntry, writeHead } from "./provider-yaml.ts";

/** How an undeclared cookie could be declared. */
interface Proposal {
  /** What to do, and on what ground. */
  readonly hint: string;
  /** The entry to paste; absent where a provider declares the cookie already, or none could. */
  readonly addition?: Addition;
}

/** Proposes for each of some undeclared cookies, in their order, how it could be declared. */
export type Propose = (cookies: readonly UndeclaredCookie[]) => readonly Proposal[];

/** Where the entry of a cookie goes. */
interface Target {
  readonly id: string;
  readonly file: string;
  /** Whether its name is declared already. */
  readonly isKnown: boolean;
  /** Whether the file has a list of cookies already. */
  readonly hasCookies: boolean;
}

const nameless = "no page can name it: have whatever sets it give it a name";

const unwritable =
  "no registry can hold its name: have whatever sets it give it one that is the same for every visitor";

/** A provider of the package is added to in a file of the project, which need not repeat what the package says. */
function targetOf(registry: Registry, id: string): Target {
  const { providers, project } = registry;
  const entry = providers.get(id);
  if (entry?.value.abstract) return targetOf(registry, `${id}-other`);
  const own = entry?.layers.find(({ file }) => project.owns(file));
  const path = join(project.folder, "data", "providers", `${entry?.id ?? id}.yaml`);
  return {
    id: entry?.id ?? id,
    file: own?.file ?? project.name(path),
    isKnown: entry !== undefined,
    hasCookies: own !== undefined && "cookies" in own.value,
  };
}

/** Which cookies of each provider a site uses, by the provider's id. */
function picksOf(registry: Registry, id: string): Map<string, Set<string>> {
  const site = registry.sites.get(id);
  const uses = site ? usedProviders(site.value, registry) : [];
  return new Map(
    uses.map(({ provider, cookies }) => [provider.id, new Set(cookies.map(({ name }) => name))]),
  );
}

/** The providers of which a site names single cookies. */
const pickedOneByOne = ({ sites }: Registry, id: string): ReadonlySet<string> =>
  new Set(
    sites
      .get(id)
      ?.value.providers.flatMap((item) => (typeof item !== "string" && item.only ? item.id : [])),
  );

/** What a proposal adds to a new project, beside its entry: the provider that the site needs. */
export interface ProviderProposal extends Proposal {
  /** Absent where no provider could declare it. */
  readonly provider?: string;
  /** The feature of the provider to which it belongs. */
  readonly feature?: string;
}

/**
 * Proposes how undeclared cookies of a site could be declared: by a provider that has them already, else by an entry in
 * the file of the provider that seems to set them. The first entry of a new file carries its head, so that the texts for one file
 * make the whole of it.
 */
export function propose(
  registry: Registry,
  site: AuditedSite,
  cookies: readonly UndeclaredCookie[],
  requests?: readonly SeenRequest[],
): ProviderProposal[] {
  const catalogue = createCatalogue(registry, site);
  const asked = findAskedHosts(catalogue, requests);
  const suspect = createAttribution(catalogue, site, asked);
  const candidatesFor = createCandidates(catalogue, asked, cookies);
  const picks = picksOf(registry, site.id);
  const oneByOne = pickedOneByOne(registry, site.id);
  const begun = new Set<string>();
  const written = new Set<string>();

  const findDeclared = ({ id }: LikelyProvider, cookie: UndeclaredCookie) =>
    catalogue
      .named(cookie)
      .find(
        ({ provider, name }) =>
          provider === registry.providers.get(id) && picks.get(provider.id)?.has(name) !== true,
      );

  /** A cookie of a provider that the site names, but of a feature that it does not. */
  const findOfFeature = (cookie: UndeclaredCookie) =>
    catalogue
      .named(cookie)
      .find(
        ({ provider, name, cookie: { feature } }) =>
          feature !== undefined &&
          picks.get(provider.id)?.has(name) === false &&
          !oneByOne.has(provider.id),
      );

  function take({ provider, name, cookie: { feature } }: KnownCookie, ground: string) {
    const { id, value } = provider;
    const ended = value.until === undefined ? "" : `, and which ended on ${value.until}`;
    const withFeature = feature === undefined ? "" : `, with its feature "${feature}"`;
    const todo = picks.has(id)
      ? `take up "${name}" in its "only"`
      : `add it to the site's providers${withFeature}`;
    const hint = `${ground}, which declares it as "${name}"${ended}: ${todo}`;
    return { provider: id, hint, ...(feature === undefined ? {} : { feature }) };
  }

  /** What a site's file lacks still once a provider declares a cookie. */
  function namedIn(id: string): string {
    if (!picks.has(id)) return ` and "${id}" to the site's providers`;
    return oneByOne.has(id) ? ` and its name to the "only" of "${id}"` : "";
  }

  return cookies.map((cookie): ProviderProposal => {
    const ofFeature = findOfFeature(cookie);
    if (ofFeature) {
      const { provider, cookie: declaredThere } = ofFeature;
      const hint = `it belongs to the feature "${declaredThere.feature}" of "${provider.id}": name it in the site's "features" if the site uses it`;
      return { provider: provider.id, hint };
    }
    const who = suspect(cookie);
    const declared = findDeclared(who, cookie);
    if (declared) return take(declared, who.ground);
    const name = declarableName(cookie.name);
    if (name === undefined) return { hint: cookie.name === "" ? nameless : unwritable };
    const { id, file, isKnown, hasCookies } = targetOf(registry, who.id);
    const key = `${file} ${keyOfEntry(name, cookie)}`;
    const isNew = !hasCookies && !begun.has(file);
    const hint = `${who.ground}; add the entry to ${file}${namedIn(id)}, and ask what it is for`;
    if (written.has(key)) return { provider: id, hint: `the entry before this one covers it, too` };
    begun.add(file);
    written.add(key);
    const head = isNew ? writeHead(who, { isKnown, isSiteItself: who.id === site.id }) : "";
    const entryText = writeEntry(name, cookie, candidatesFor(cookie, who.id));
    return { provider: id, hint, addition: { file, text: head + entryText } };
  });
}
