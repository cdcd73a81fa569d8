import { citePlace, createDiagnostic, type Diagnostic, type Place } from "../../diagnostic.ts";
import { once } from "../../memo.ts";
import { placeOfFile } from "../../source/text-file.ts";
import { sourceOf, type Source } from "../../source/yaml-file.ts";
import type { Project } from "../project.ts";
import { listSiteFiles, type SiteFile } from "./site-files.ts";
import { maximumTableBytes, readSiteTable } from "./table.ts";

interface Read {
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file or a row says of a site, not yet parsed. */
export interface SiteText {
  /** All that it says: where this is the same, so is the rest. */
  readonly text: string;
  readonly parse: () => Read;
}

/** A site that a file or a row says something of. Nothing is kept: each `open` reads anew. */
export interface SiteSource {
  readonly id: string;
  readonly place: () => Place;
  readonly open: () => { written?: SiteText; diagnostics: readonly Diagnostic[] };
}

function openFile(project: Project, path: string): ReturnType<SiteSource["open"]> {
  const { text, diagnostics } = project.read(path);
  if (!text) return { diagnostics };
  return { written: { text: text.text, parse: () => sourceOf(text) }, diagnostics };
}

function claimsOf(
  project: Project,
  { id, kind, path, file }: SiteFile,
): {
  claims: readonly SiteSource[];
  diagnostics: readonly Diagnostic[];
} {
  if (kind === "site") {
    const claim = { id, place: () => placeOfFile(file), open: () => openFile(project, path) };
    return { claims: [claim], diagnostics: [] };
  }
  const { text, diagnostics } = project.read(path, maximumTableBytes);
  if (!text) return { claims: [], diagnostics };
  const table = readSiteTable(text);
  const claims = table.rows.map((row) => ({
    id: row.id,
    place: () => table.placeOf(row),
    open: () => ({
      written: {
        text: `${table.header}\n${table.textOf(row)}`,
        parse: () => table.read(row),
      },
      diagnostics: [],
    }),
  }));
  return { claims, diagnostics: table.diagnostics };
}

function duplicateId({ id, place }: SiteSource, first: SiteSource): Diagnostic {
  const message = `duplicate site "${id}", first defined at ${citePlace(first.place())}`;
  return createDiagnostic(place(), { rule: "duplicate-id", message });
}

/** The same sites, each read and parsed once and then kept. */
export function keepTexts(
  claims: ReadonlyMap<string, SiteSource>,
): ReadonlyMap<string, SiteSource> {
  const keep = ({ open, ...claim }: SiteSource): SiteSource => ({
    ...claim,
    open: once(() => {
      const { written, diagnostics } = open();
      if (!written) return { diagnostics };
      return { written: { ...written, parse: once(written.parse) }, diagnostics };
    }),
  });
  return new Map([...claims].map(([id, claim]) => [id, keep(claim)]));
}

/** Whether a site is only a parent of others. */
export const isAbstract = (site: SiteSource | undefined): boolean =>
  site?.open().written?.parse().source?.value["abstract"] === true;

/** Every site that a project's files and rows of tables speak of, by id; of two with one id the first. */
export function listClaims(project: Project): {
  claims: ReadonlyMap<string, SiteSource>;
  diagnostics: readonly Diagnostic[];
} {
  const { files, ...listed } = listSiteFiles(project);
  const claims = new Map<string, SiteSource>();
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  for (const file of files) {
    const found = claimsOf(project, file);
    for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
    for (const claim of found.claims) {
      const first = claims.get(claim.id);
      if (first) diagnostics.push(duplicateId(claim, first));
      else claims.set(claim.id, claim);
    }
  }
  return { claims, diagnostics };
}
