import { mergeEvidence } from "../observation/merge.ts";
import type { Evidence } from "../observation/observation.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Content } from "./importer.ts";
import { importers } from "./importers.ts";
import { parseJson } from "./json.ts";
import { openEvidence } from "./open.ts";
import { reportFile } from "./rules.ts";

const nothing = (diagnostic: Diagnostic): Evidence => ({
  observations: [],
  diagnostics: [diagnostic],
  incomplete: [],
});

function noteEmpty(evidence: Evidence, content: Content): Evidence {
  if (evidence.observations.length > 0 || evidence.diagnostics.length > 0) return evidence;
  const message = "nothing that a browser keeps, expected at least one cookie";
  const problem = { rule: "evidence-without-cookies", message } as const;
  return { ...evidence, diagnostics: [reportFile(content, problem, "note")] };
}

/** Reads a text of evidence in whichever format it is; one that cannot be used shows nothing, and a diagnostic says why. */
export function readText(source: Content): Evidence {
  const text = source.text.replace(/^\ufeff/, "");
  if (text.trim() === "") {
    const message = "empty file, expected evidence";
    return nothing(reportFile(source, { rule: "unreadable-evidence", message }));
  }
  const { json, diagnostic } = parseJson({ ...source, text });
  if (diagnostic) return nothing(diagnostic);
  const content = { ...source, text, ...(json === undefined ? {} : { json }) };
  const importer = importers.find(({ recognises }) => recognises(content));
  if (importer) return noteEmpty(importer.read(content), content);
  const known = importers.map(({ title }) => title).join(", ");
  const message = "format that cannot be read, expected evidence of a visit";
  const hint = `what can be read: ${known}`;
  return nothing(reportFile(content, { rule: "unknown-evidence", message, hint }));
}

function readFile(path: string, file: string): Evidence {
  const { content, diagnostic } = openEvidence(path, file);
  return diagnostic ? nothing(diagnostic) : readText(content!);
}

/**
 * Reads files of evidence, each under the name that reports print, as one: each thing once, every diagnostic sorted by
 * place, every gap of any of them. Nothing is thrown, and no value is kept.
 */
export const readEvidence = (files: readonly { path: string; file: string }[]): Evidence =>
  mergeEvidence(files.map(({ path, file }) => readFile(path, file)));
