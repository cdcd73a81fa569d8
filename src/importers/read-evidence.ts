import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Diagnostic } from "../diagnostic.ts";
import { mergeEvidence } from "../observation/merge.ts";
import type { Evidence } from "../observation/observation.ts";
import type { TextFile } from "../source/text-file.ts";
import { foreignBytes, foreignText } from "./foreign-files.ts";
import { reportEvidence, reportFile } from "./evidence-rules.ts";
import type { Content } from "./importer.ts";
import { importers } from "./importers.ts";
import { countContainers, findFault } from "./json-fault.ts";

/** A text of brackets alone would need twenty times its size in memory. */
const maximumContainers = 10_000_000;

const jsonp = /^\s*[\w$.]+\s*\(\s*[{[]/;

function explain(source: TextFile): Diagnostic {
  const { text } = source;
  const fault = findFault(text);
  if (fault === text.length) {
    const message = "JSON that breaks off, expected the whole file";
    const hint = "export it again; the copy or the download was not complete";
    return reportEvidence(source, text.trimEnd().length, {
      rule: "unreadable-evidence",
      message,
      hint,
    });
  }
  const message = "not JSON from here on, expected one JSON value";
  return reportEvidence(source, fault, { rule: "unreadable-evidence", message });
}

/** What a text that begins as JSON says; neither where it does not, a diagnostic where it cannot be read. */
function parseJson(source: TextFile): { json?: unknown; diagnostic?: Diagnostic } {
  const { text } = source;
  if (jsonp.test(text)) {
    const message = "JSON within a function call (JSONP), expected JSON";
    const hint = "delete what stands before the first and after the last brace";
    return { diagnostic: reportFile(source, { rule: "unreadable-evidence", message, hint }) };
  }
  if (!/^\s*[{[]/.test(text)) return {};
  if (countContainers(text, maximumContainers) > maximumContainers) {
    const message = `more than ${maximumContainers} objects and lists, expected fewer`;
    return { diagnostic: reportFile(source, { rule: "unreadable-evidence", message }) };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { diagnostic: explain(source) };
  }
}

/** What JSON of this size needs in memory when it is read stays within the heap that Node gives itself. */
const maximumBytes = 128 * 1024 * 1024;

const chunk = 1024 * 1024;

/** At most one byte more than the limit, of anything that can be read, even if it has no end. */
function readBounded(descriptor: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let total = 0; total <= maximumBytes;) {
    const bytes = Buffer.allocUnsafe(chunk);
    const count = readSync(descriptor, bytes, 0, chunk, null);
    if (count === 0) break;
    chunks.push(bytes.subarray(0, count));
    total += count;
  }
  return chunks;
}

function readBytes(path: string): { bytes: Buffer; modified: number } {
  const descriptor = openSync(path, "r");
  try {
    const modified = fstatSync(descriptor).mtimeMs;
    return { bytes: Buffer.concat(readBounded(descriptor)), modified };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Opens a file of evidence under the name that reports print; `capturedAt` is when it was last modified. A byte order mark
 * is dropped. Nothing is thrown: without `content` the diagnostic says why.
 */
function openEvidence(path: string, file: string): { content?: Content; diagnostic?: Diagnostic } {
  const refuse = (message: string, hint?: string) => ({
    diagnostic: reportFile(
      { file },
      { rule: "unreadable-evidence", message, ...(hint === undefined ? {} : { hint }) },
    ),
  });
  let read: { bytes: Buffer; modified: number };
  try {
    read = readBytes(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown reason";
    return refuse(`cannot be read (${reason}), expected a file`);
  }
  const { bytes, modified } = read;
  if (bytes.length > maximumBytes)
    return refuse(
      `more than ${maximumBytes} bytes, expected at most that (128 MiB)`,
      "record a HAR without the bodies of responses",
    );
  const foreign = foreignBytes(bytes);
  if (foreign) return refuse(foreign.message, foreign.hint);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { content: { file, text, capturedAt: modified } };
  } catch {
    return refuse("bytes that are not UTF-8, expected a text in UTF-8", 'save it as "UTF-8"');
  }
}

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
export function readEvidenceText(source: Content): Evidence {
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
  const problem = foreignText(text, json) ?? {
    message: "format that cannot be read, expected evidence of a visit",
    hint: `what can be read: ${known}`,
  };
  return nothing(reportFile(content, { rule: "unknown-evidence", ...problem }));
}

function readFile(path: string, file: string): Evidence {
  const { content, diagnostic } = openEvidence(path, file);
  return diagnostic ? nothing(diagnostic) : readEvidenceText(content!);
}

/**
 * Reads files of evidence, each under the name that reports print, as one: each thing once, every diagnostic sorted by
 * place, every gap of any of them. Nothing is thrown, and no value is kept.
 */
export const readEvidence = (files: readonly { path: string; file: string }[]): Evidence =>
  mergeEvidence(files.map(({ path, file }) => readFile(path, file)));
