import type { Diagnostic } from "../diagnostic.ts";
import { readText } from "./file.ts";
import type { Project } from "./project.ts";
import { listSiteFiles, type SiteFile } from "./site-files.ts";
import { maximumTableBytes, readSiteTable } from "./site-table.ts";
import { type Source, sourceOf } from "./source.ts";
import { type Place, placeOfFile, report } from "./text.ts";

interface Read {
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file or a row says of a site, not yet parsed. */
export interface Written {
  /** All that it says: where this is the same, so is the rest. */
  readonly text: string;
  readonly parse: () => Read;
}

/** A site that a file or a row says something of. Nothing is kept: each `open` reads anew. */
export interface Claim {
  readonly id: string;
  readonly place: () => Place;
  readonly open: () => { written?: Written; diagnostics: readonly Diagnostic[] };
}

function openFile(path: string, file: string): ReturnType<Claim["open"]> {
  const { text, diagnostics } = readText(path, file);
  if (!text) return { diagnostics };
  return { written: { text: text.text, parse: () => sourceOf(text) }, diagnostics };
}

function claimsOf({ id, kind, path, file }: SiteFile): {
  claims: readonly Claim[];
  diagnostics: readonly Diagnostic[];
} {
  if (kind === "site") {
    const claim = { id, place: () => placeOfFile(file), open: () => openFile(path, file) };
    return { claims: [claim], diagnostics: [] };
  }
  const { text, diagnostics } = readText(path, file, maximumTableBytes);
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

function duplicateId({ id, place }: Claim, first: Claim): Diagnostic {
  const { file, line, column } = first.place().location;
  const message = `duplicate site "${id}", first defined at ${file}:${line}:${column}`;
  return report(place(), { rule: "duplicate-id", message });
}

/** Every site that a project's files and rows of tables speak of, by id; of two with one id the first. */
export function listClaims(project: Project): {
  claims: ReadonlyMap<string, Claim>;
  diagnostics: readonly Diagnostic[];
} {
  const { files, ...listed } = listSiteFiles(project);
  const claims = new Map<string, Claim>();
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  for (const file of files) {
    const found = claimsOf(file);
    for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
    for (const claim of found.claims) {
      const first = claims.get(claim.id);
      if (first) diagnostics.push(duplicateId(claim, first));
      else claims.set(claim.id, claim);
    }
  }
  return { claims, diagnostics };
}
