import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import type { RawEntry, Entry } from "./entry.ts";
import { openRegistry, type OpenRegistry } from "./open.ts";
import type { Project } from "./project.ts";
import { lineageOf, sectionsOf } from "./languages/sections.ts";
import { findUnusedIntroductions, findUnusedSections, ownLanguages } from "./files/unused-files.ts";
import {
  type BaseRegistry,
  type FileKind,
  type ProjectFile,
  type Registry,
  wordsOf,
} from "./registry.ts";
import type { SiteReading } from "./sites/read-site.ts";
import type { Site } from "./schema/site.ts";

/** What could be validated, and all that is wrong; a page may be built only if nothing is. */
export interface Loaded {
  readonly registry: Registry;
  /** The same, open: its sites are those that were read. */
  readonly opened: OpenRegistry;
  readonly diagnostics: readonly Diagnostic[];
}

/** Those of the files that stand in the project's folder, not in the package's below it. */
function ownFiles(project: Project, kind: FileKind, drafts: Iterable<RawEntry>): ProjectFile[] {
  return [...drafts].flatMap(({ layers }) =>
    layers.filter(({ file }) => project.owns(file)).map((source) => ({ kind, source })),
  );
}

/** The files of the sections that some page shows. */
const shownSections = (sites: Iterable<Entry<Site>>, registry: BaseRegistry): string[] =>
  [...sites].flatMap((site) =>
    site.value.languages.flatMap((tag) => {
      const words = wordsOf(registry, tag, site.value);
      return words ? sectionsOf(words.sections, lineageOf(site)).map(({ text }) => text.file) : [];
    }),
  );

/** Reads a whole project. Every problem of every file is in `diagnostics`, sorted by place; nothing is thrown. */
export function loadRegistry(project: Project): Loaded {
  const opened = openRegistry(project, true);
  const { registry, claims, readSite, words, drafts } = opened;
  const readings = new Map<string, SiteReading>();
  const sites = new Map<string, Entry<Site>>();
  const siteFiles: RawEntry[] = [];
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  const add = (found: readonly Diagnostic[]) => {
    for (const diagnostic of found) diagnostics.push(diagnostic);
  };
  const unreadSites: string[] = [];
  for (const { id, open } of claims.values()) {
    const { written, ...unreadable } = open();
    add(unreadable.diagnostics);
    if (!written) {
      unreadSites.push(id);
      continue;
    }
    const reading = readSite(id, written);
    readings.set(id, reading);
    const { file, entry, ...ofSite } = reading;
    add(ofSite.diagnostics);
    if (file) siteFiles.push(file);
    if (entry) sites.set(id, entry);
    else if (file?.data["abstract"] !== true) unreadSites.push(id);
  }
  const abstract = siteFiles.filter(({ data }) => data["abstract"] === true);
  add(findUnusedIntroductions(project, new Set(abstract.map(({ id }) => id)), sites));
  if (unreadSites.length === 0) {
    const shown = shownSections(sites.values(), registry);
    const reported = diagnostics.map(({ location }) => location.file);
    add(findUnusedSections(project, new Set([...shown, ...reported])));
  } else {
    // Their languages are not known: what the project itself says in any may be theirs.
    for (const tag of ownLanguages(project)) add(words.check(tag));
  }
  return {
    registry: {
      ...registry,
      sites,
      files: [
        ...ownFiles(project, "functions", drafts.functions),
        ...ownFiles(project, "purposes", drafts.purposes),
        ...ownFiles(project, "provider", drafts.provider),
        ...ownFiles(project, "site", siteFiles),
        ...ownFiles(project, "terms", words.drafts),
      ],
      unread: { sites: unreadSites, providers: opened.unreadProviders() },
    },
    opened: { ...opened, readSite: (id) => readings.get(id)! },
    diagnostics: sortDiagnostics(diagnostics),
  };
}
