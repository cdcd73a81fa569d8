import type { Diagnostic } from "../diagnostic.ts";
import { type SiteSource, keepTexts, listClaims, type SiteText } from "./sites/site-list.ts";
import { buildEntry, type RawEntry } from "./entry.ts";
import { openJurisdictions } from "./jurisdictions.ts";
import { openProviders } from "./providers/load-providers.ts";
import { featuresOfCookies, namesOfCookies } from "./providers/providers.ts";
import {
  createLanguages,
  type Languages,
  readOfficialNames,
  readReferenceTerms,
  readOriginals,
} from "./languages/languages.ts";
import type { Project } from "./project.ts";
import { readDraft } from "./layered-files.ts";
import { listStaticFiles, type StaticFile } from "./files/static-files.ts";
import { findUnusedFiles } from "./files/unused-files.ts";
import { createCheckLawWords } from "./sites/law-words.ts";
import { createReadSite, type SiteReading } from "./sites/read-site.ts";
import type { Known, NamedProviders } from "./references.ts";
import { memoizeByText } from "../memo.ts";
import { isPlainCountry } from "../vocabulary/synonyms.ts";
import type { BaseRegistry } from "./registry.ts";
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
  /** The ids of providers of the project itself that could not be read or are not valid. */
  readonly unreadProviders: () => readonly string[];
  /** What the project puts into the output as it is. */
  readonly staticFiles: readonly StaticFile[];
  /** Everything that is wrong but for what is found when a site is read. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens a project: all is read but the sites and what only they name. Nothing is thrown. `isWhole` keeps what the sites
 * say, where each is asked for several times.
 */
export function openRegistry(project: Project, isWhole = false): OpenRegistry {
  const functions = readDraft(project, "data/functions.yaml");
  const purposes = readDraft(project, "data/purposes.yaml");
  const reference = readReferenceTerms(project);
  const { providers, ...providerFiles } = openProviders(project);
  const { jurisdictions, check: checkJurisdictions } = openJurisdictions(project);
  const { claims: found, ...listed } = listClaims(project);
  const claims = isWhole ? keepTexts(found) : found;
  const statics = listStaticFiles(project, claims);

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
    provider: providerFiles.ids,
    function: setOf(vocabulary.functions),
    purpose: setOf(vocabulary.purposes),
    location: setOf(vocabulary.locations),
    condition: setOf(vocabulary.conditions),
    safeguard: setOf(vocabulary.safeguards),
    // A country without a file is known; lint says that nothing is known of its law.
    jurisdiction: {
      has: (id) => jurisdictions.ids.has(id) || isPlainCountry(id),
      [Symbol.iterator]: () => jurisdictions.ids[Symbol.iterator](),
    },
  };
  const words = createLanguages(project, { ...vocabulary, laws: termsAt("laws") });
  const { draftOf } = providerFiles;
  const named: NamedProviders = {
    namesOf: memoizeByText((id) => namesOfCookies(draftOf(id))),
    featuresOf: memoizeByText((id) => featuresOfCookies(draftOf(id))),
    isAbstract: (id) => draftOf(id)?.data["abstract"] === true,
  };
  const namesIn = readOfficialNames(project);
  const builtFunctions = functions.draft && buildEntry(functions.draft, functionsSchema);
  const builtPurposes = purposes.draft && buildEntry(purposes.draft, purposesSchema);

  return {
    registry: {
      project,
      functions: builtFunctions?.entry?.value ?? {},
      purposes: builtPurposes?.entry?.value ?? {},
      providers,
      jurisdictions,
      languages: words.languages,
      namesIn,
      originals: readOriginals(project, reference.draft),
    },
    claims,
    readSite: createReadSite({
      claims,
      known,
      named,
      languages: words,
      checkLawWords: createCheckLawWords({ jurisdictions, namesIn }),
    }),
    words,
    vocabulary: JSON.stringify([functions.draft?.data, purposes.draft?.data, vocabulary]),
    drafts: {
      functions: functions.draft ? [functions.draft] : [],
      purposes: purposes.draft ? [purposes.draft] : [],
      provider: providerFiles.drafts,
    },
    unreadProviders: providerFiles.unread,
    staticFiles: statics.files,
    diagnostics: [
      { diagnostics: findUnusedFiles(project, new Set(claims.keys())) },
      statics,
      functions,
      purposes,
      reference,
      { diagnostics: providerFiles.check(known) },
      { diagnostics: checkJurisdictions() },
      listed,
      builtFunctions,
      builtPurposes,
    ].flatMap((part) => part?.diagnostics ?? []),
  };
}
