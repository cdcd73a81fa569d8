import type { Diagnostic } from "../diagnostic.ts";
import { type Draft, draftOf } from "./entry.ts";
import { readText } from "./file.ts";
import type { Project } from "./project.ts";
import { type Drafts, idMismatch } from "./read.ts";
import { listSiteFiles, type SiteFile } from "./site-files.ts";
import { maximumTableBytes, readSiteTable } from "./site-table.ts";
import { readSource, type Source } from "./source.ts";
import { type Place, placeOfFile, report } from "./text.ts";

/** A site that a file or a row says something of, not yet read. */
interface Claim {
  readonly id: string;
  readonly place: () => Place;
  readonly read: () => { source?: Source; diagnostics: readonly Diagnostic[] };
}

function claimsOf({ id, kind, path, file }: SiteFile): {
  claims: readonly Claim[];
  diagnostics: readonly Diagnostic[];
} {
  if (kind === "site") {
    const place = () => placeOfFile(file);
    return { claims: [{ id, place, read: () => readSource(path, file) }], diagnostics: [] };
  }
  const { text, diagnostics } = readText(path, file, maximumTableBytes);
  if (!text) return { claims: [], diagnostics };
  const table = readSiteTable(text);
  const claims = table.rows.map((row) => ({
    id: row.id,
    place: () => table.placeOf(row),
    read: () => table.read(row),
  }));
  return { claims, diagnostics: table.diagnostics };
}

function duplicateId({ id, place }: Claim, first: Claim): Diagnostic {
  const { file, line, column } = first.place().location;
  const message = `duplicate site "${id}", first defined at ${file}:${line}:${column}`;
  return report(place(), { rule: "duplicate-id", message });
}

/** Every site of a project, from files and from rows of tables, by id; of two with one id the first. */
export function readSites(project: Project): Drafts {
  const listed = listSiteFiles(project);
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  const drafts = new Map<string, Draft>();
  const known = new Map<string, Claim>();
  const add = (found: readonly Diagnostic[]) => {
    for (const diagnostic of found) diagnostics.push(diagnostic);
  };
  for (const file of listed.files) {
    const { claims, ...ofFile } = claimsOf(file);
    add(ofFile.diagnostics);
    for (const claim of claims) {
      const first = known.get(claim.id);
      if (first) {
        diagnostics.push(duplicateId(claim, first));
        continue;
      }
      known.set(claim.id, claim);
      const { source, diagnostics: ofSite } = claim.read();
      add(ofSite);
      if (!source) continue;
      const draft = draftOf(claim.id, [source]);
      drafts.set(claim.id, draft);
      add(idMismatch(draft));
    }
  }
  return { drafts, ids: new Set(known.keys()), diagnostics };
}
