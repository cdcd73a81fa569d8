import type { Diagnostic } from "../diagnostic.ts";
import { type SiteSource, keepTexts, listClaims, type SiteText } from "./sites/site-list.ts";
import { namesOfCookies, formerIds } from "./providers.ts";
import { buildEntry, type RawEntry, type Entry } from "./entry.ts";
import {
  createLanguages,
  type Languages,
  readReferenceTerms,
  readOriginals,
} from "./languages/languages.ts";
import type { Project } from "./project.ts";
import { type Drafts, readDraft, readDrafts } from "./layered-files.ts";
import { createReadSite, type SiteReading } from "./sites/read-site.ts";
import { checkProvider, type Known } from "./references.ts";
import type { BaseRegistry } from "./registry.ts";
import { type Provider, providerSchema } from "./schema/provider.ts";
import { functionsSchema, purposesSchema } from "./schema/functions-and-purposes.ts";
import { keysAt, type Vocabulary } from "./languages/check-terms.ts";

/** A registry whose sites are read one by one. */
export interface OpenRegistry {
  /** Languages join it when a site is read that uses them. */
  readonly registry: BaseRegistry;
  readonly claims: ReadonlyMap<string, SiteSource>;
  readonly readSite: (id: string, written: SiteText) => SiteReading;
  readonly words: Languages;
  /** What the ids and the facts of the vocabulary are; where this is the same, so is their meaning. */
  readonly vocabulary: string;
  /** The files of the registry that are no sites and no words, by kind, as far as they could be read. */
  readonly drafts: {
    readonly functions: readonly RawEntry[];
    readonly purposes: readonly RawEntry[];
    readonly provider: readonly RawEntry[];
  };
  /** Everything that is wrong but for what is found when a site is read. */
  readonly diagnostics: readonly Diagnostic[];
}

function loadProviders(read: Drafts, former: ReadonlyMap<string, RawEntry>, known: Known) {
  const providers = new Map<string, Entry<Provider>>();
  const diagnostics: Diagnostic[] = [];
  for (const draft of read.drafts.values()) {
    const built = buildEntry(draft, providerSchema);
    for (const found of [built.diagnostics, checkProvider(draft, known)])
      for (const diagnostic of found) diagnostics.push(diagnostic);
    if (built.entry) providers.set(draft.id, built.entry);
  }
  for (const [id, { id: current }] of former) {
    const entry = providers.get(current);
    if (entry) providers.set(id, entry);
  }
  return { providers, diagnostics };
}

/**
 * Opens a project: all is read but the sites and the words that only they need. Nothing is thrown. `isWhole` keeps what
 * the sites say, where each is asked for several times.
 */
export function openRegistry(project: Project, isWhole = false): OpenRegistry {
  const functions = readDraft(project, "data/functions.yaml");
  const purposes = readDraft(project, "data/purposes.yaml");
  const reference = readReferenceTerms(project);
  const providerFiles = readDrafts(project, "data/providers");
  const { claims: found, ...listed } = listClaims(project);
  const claims = isWhole ? keepTexts(found) : found;
  const former = formerIds(providerFiles);

  const keysOf = ({ draft }: { readonly draft?: RawEntry }) => draft && Object.keys(draft.data);
  const termsAt = (section: string) => reference.draft && keysAt(reference.draft, section);
  const vocabulary: Vocabulary = {
    functions: keysOf(functions),
    purposes: keysOf(purposes),
    locations: termsAt("locations"),
    conditions: termsAt("conditions"),
    safeguards: termsAt("safeguards"),
  };
  const setOf = (ids: readonly string[] | undefined) => ids && new Set(ids);
  const known: Known = {
    provider: setOf([...providerFiles.ids, ...former.former.keys()]),
    function: setOf(vocabulary.functions),
    purpose: setOf(vocabulary.purposes),
    location: setOf(vocabulary.locations),
    condition: setOf(vocabulary.conditions),
    safeguard: setOf(vocabulary.safeguards),
  };

  const { providers, ...ofProviders } = loadProviders(providerFiles, former.former, known);
  const words = createLanguages(project, vocabulary);
  const names = new Map<string, readonly string[]>();
  const namesOf = (id: string) => {
    const draft = providerFiles.drafts.get(id) ?? former.former.get(id);
    const those = names.get(id) ?? namesOfCookies(draft);
    names.set(id, those);
    return those;
  };
  const builtFunctions = functions.draft && buildEntry(functions.draft, functionsSchema);
  const builtPurposes = purposes.draft && buildEntry(purposes.draft, purposesSchema);

  return {
    registry: {
      project,
      functions: builtFunctions?.entry?.value ?? {},
      purposes: builtPurposes?.entry?.value ?? {},
      providers,
      languages: words.languages,
      originals: readOriginals(project, reference.draft),
    },
    claims,
    readSite: createReadSite({ claims, known, namesOf, languages: words }),
    words,
    vocabulary: JSON.stringify([functions.draft?.data, purposes.draft?.data, vocabulary]),
    drafts: {
      functions: functions.draft ? [functions.draft] : [],
      purposes: purposes.draft ? [purposes.draft] : [],
      provider: [...providerFiles.drafts.values()],
    },
    diagnostics: [
      functions,
      purposes,
      reference,
      providerFiles,
      listed,
      former,
      ofProviders,
      builtFunctions,
      builtPurposes,
    ].flatMap((part) => part?.diagnostics ?? []),
  };
}
