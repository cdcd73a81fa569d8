import { join } from "node:path";
import type { Addition } from "../../diagnostic.ts";
import type { SeenRequest } from "../../observation/requests.ts";
import { usedProviders } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { createAttribution, type AuditedSite, type LikelyProvider } from "./attribute.ts";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
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
  readonly entry: Entry<Provider> | undefined;
}

const nameless = "no page can name it: have whatever sets it give it a name";

const unwritable =
  "no registry can hold its name: have whatever sets it give it one that is the same for every visitor";

/** A provider of the package cannot be added to, since a list in a project's file replaces the package's. */
function targetOf(registry: Registry, id: string): Target {
  const { providers, project } = registry;
  const entry = providers.get(id);
  const file = entry?.layers[0].file;
  if (entry && file !== undefined && !project.owns(file)) return targetOf(registry, `${id}-other`);
  const path = join(project.folder, "data", "providers", `${id}.yaml`);
  return { id: entry?.id ?? id, file: file ?? project.name(path), entry };
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
}

/** The providers that declare such a cookie, where nothing but its name says so. */
function candidatesFor(
  cookie: UndeclaredCookie,
  { named }: Catalogue,
  { id }: LikelyProvider,
): string[] {
  const found = named(cookie).filter(({ provider }) => provider.id !== id);
  const lines = found.map(({ provider, name, cookie: { function: does } }) => {
    const isRecord = does === "consent-choices";
    return `could be: ${provider.id} "${name}" (name only${isRecord ? "; it records the choice of consent" : ""})`;
  });
  return [...new Set(lines)].slice(0, 3);
}

/**
 * Proposes how undeclared cookies of a site could be declared: by a provider that has them already, else by an entry in
 * the file of whoever seems to set them. The first entry of a new file carries its head, so that the texts for one file
 * make the whole of it.
 */
export function propose(
  registry: Registry,
  site: AuditedSite,
  cookies: readonly UndeclaredCookie[],
  requests?: readonly SeenRequest[],
): ProviderProposal[] {
  const catalogue = createCatalogue(registry, site);
  const suspect = createAttribution(catalogue, site, requests);
  const picks = picksOf(registry, site.id);
  const oneByOne = pickedOneByOne(registry, site.id);
  const begun = new Set<string>();
  const written = new Set<string>();

  function findDeclared({ id }: LikelyProvider, cookie: UndeclaredCookie) {
    const entry = registry.providers.get(id);
    const unused = catalogue
      .named(cookie)
      .find(
        ({ provider, name }) => provider === entry && picks.get(provider.id)?.has(name) !== true,
      );
    return (
      unused && { id: unused.provider.id, name: unused.name, isUsed: picks.has(unused.provider.id) }
    );
  }

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

  return cookies.map((cookie): ProviderProposal => {
    const ofFeature = findOfFeature(cookie);
    if (ofFeature) {
      const { provider, cookie: declaredThere } = ofFeature;
      const hint = `it belongs to the feature "${declaredThere.feature}" of "${provider.id}": name it in the site's "features" if the site uses it`;
      return { provider: provider.id, hint };
    }
    const who = suspect(cookie);
    const declared = findDeclared(who, cookie);
    if (declared) {
      const { id: provider, name, isUsed } = declared;
      const todo = isUsed ? `take up "${name}" in its "only"` : "add it to the site's providers";
      return { provider, hint: `${who.ground}, which declares it as "${name}": ${todo}` };
    }
    const name = declarableName(cookie.name);
    if (name === undefined) return { hint: cookie.name === "" ? nameless : unwritable };
    const { id, file, entry } = targetOf(registry, who.id);
    const key = `${file} ${keyOfEntry(name, cookie)}`;
    const isNew = !entry && !begun.has(file);
    const listed = picks.has(id) ? "" : ` and "${id}" to the site's providers`;
    const hint = `${who.ground}; add the entry to ${file}${listed}, and ask what it is for`;
    if (written.has(key)) return { provider: id, hint: `the entry before this one covers it, too` };
    begun.add(file);
    written.add(key);
    const head = isNew ? writeHead(who, who.id === site.id) : "";
    const entryText = writeEntry(name, cookie, candidatesFor(cookie, catalogue, who));
    return { provider: id, hint, addition: { file, text: head + entryText } };
  });
}
