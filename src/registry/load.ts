import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { checkBrand } from "./brand.ts";
import { namesOfCookies } from "./declared-cookies.ts";
import { buildEntry, type Draft, type Entry } from "./entry.ts";
import { extendSites } from "./extend.ts";
import { readLanguages, readReferenceTerms } from "./languages.ts";
import { readOriginals } from "./originals.ts";
import { formerIds } from "./former.ts";
import type { Project } from "./project.ts";
import { type Drafts, readDraft, readDrafts } from "./read.ts";
import { readSites } from "./read-sites.ts";
import { checkProvider, checkSite, type Known } from "./references.ts";
import type { FileKind, ProjectFile, Registry, Texts } from "./registry.ts";
import { type Provider, providerSchema } from "./schema/provider.ts";
import { type Site, siteFileSchema, siteSchema } from "./schema/site.ts";
import { functionsSchema, purposesSchema } from "./schema/vocabularies.ts";
import { keysAt } from "./words.ts";

/** What could be validated, and all that is wrong; a page may be built only if nothing is. */
export interface Loaded {
  readonly registry: Registry;
  /** The prose of every language that some site uses, for whoever reads Markdown to check. */
  readonly texts: readonly Texts[];
  readonly diagnostics: readonly Diagnostic[];
}

function loadProviders(read: Drafts, former: ReadonlyMap<string, Draft>, known: Known) {
  const providers = new Map<string, Entry<Provider>>();
  const diagnostics: Diagnostic[] = [];
  for (const draft of read.drafts.values()) {
    const built = buildEntry(draft, providerSchema);
    diagnostics.push(...built.diagnostics, ...checkProvider(draft, known));
    if (built.entry) providers.set(draft.id, built.entry);
  }
  for (const [id, { id: current }] of former) {
    const entry = providers.get(current);
    if (entry) providers.set(id, entry);
  }
  return { providers, diagnostics };
}

function loadSites(
  files: ReadonlyMap<string, Draft>,
  resolved: ReadonlyMap<string, Draft>,
  known: Known,
  namesOf: (provider: string) => string[],
) {
  const sites = new Map<string, Entry<Site>>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files.values()) {
    const draft = resolved.get(file.id);
    const isParent = file.data["abstract"] === true;
    const partial = buildEntry(file, siteFileSchema.partial());
    // What is missing can be told only of a whole.
    if (!draft || isParent)
      diagnostics.push(...partial.diagnostics.filter(({ rule }) => rule !== "missing-key"));
    if (!draft) continue;
    diagnostics.push(...checkSite(draft, known, namesOf));
    if (isParent) continue;
    const built = buildEntry(draft, siteSchema, { fileSchema: siteFileSchema });
    diagnostics.push(...built.diagnostics, ...(built.entry ? checkBrand(built.entry) : []));
    if (built.entry) sites.set(draft.id, built.entry);
  }
  return { sites, diagnostics };
}

/** Those of the files that stand in the project's folder, not in the package's below it. */
function ownFiles(project: Project, kind: FileKind, drafts: Iterable<Draft>): ProjectFile[] {
  return [...drafts].flatMap(({ layers }) =>
    layers.filter(({ file }) => project.owns(file)).map((source) => ({ kind, source })),
  );
}

/** Reads a whole project. Every problem of every file is in `diagnostics`, sorted by place; nothing is thrown. */
export function loadRegistry(project: Project): Loaded {
  const functions = readDraft(project, "data/functions.yaml");
  const purposes = readDraft(project, "data/purposes.yaml");
  const reference = readReferenceTerms(project);
  const providerFiles = readDrafts(project, "data/providers");
  const siteFiles = readSites(project);
  const former = formerIds(providerFiles);

  const vocabulary = {
    functions: Object.keys(functions.draft?.data ?? {}),
    purposes: Object.keys(purposes.draft?.data ?? {}),
    locations: keysAt(reference.draft, "locations"),
    conditions: keysAt(reference.draft, "conditions"),
    safeguards: keysAt(reference.draft, "safeguards"),
  };
  const known: Known = {
    provider: [...providerFiles.ids, ...former.former.keys()],
    function: vocabulary.functions,
    purpose: vocabulary.purposes,
    location: vocabulary.locations,
    condition: vocabulary.conditions,
    safeguard: vocabulary.safeguards,
  };

  const { providers, ...ofProviders } = loadProviders(providerFiles, former.former, known);
  const extended = extendSites(siteFiles.drafts, siteFiles.ids);
  const namesOf = (id: string) =>
    namesOfCookies(providerFiles.drafts.get(id) ?? former.former.get(id));
  const { sites, ...ofSites } = loadSites(siteFiles.drafts, extended.drafts, known, namesOf);
  const {
    languages,
    texts,
    drafts: terms,
    ...ofWords
  } = readLanguages(project, extended.drafts.values(), vocabulary);
  const builtFunctions = functions.draft && buildEntry(functions.draft, functionsSchema);
  const builtPurposes = purposes.draft && buildEntry(purposes.draft, purposesSchema);

  return {
    registry: {
      project,
      functions: builtFunctions?.entry?.value ?? {},
      purposes: builtPurposes?.entry?.value ?? {},
      providers,
      sites,
      languages,
      originals: readOriginals(project, reference.draft),
      files: [
        ...ownFiles(project, "functions", functions.draft ? [functions.draft] : []),
        ...ownFiles(project, "purposes", purposes.draft ? [purposes.draft] : []),
        ...ownFiles(project, "provider", providerFiles.drafts.values()),
        ...ownFiles(project, "site", siteFiles.drafts.values()),
        ...ownFiles(project, "terms", terms),
      ],
    },
    texts,
    diagnostics: sortDiagnostics(
      [
        functions,
        purposes,
        reference,
        providerFiles,
        siteFiles,
        former,
        ofProviders,
        extended,
        ofSites,
        ofWords,
        builtFunctions,
        builtPurposes,
      ].flatMap((part) => part?.diagnostics ?? []),
    ),
  };
}
