import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Diagnostic } from "../diagnostic.ts";
import type { Content } from "./importer.ts";
import { reportFile } from "./rules.ts";

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
export function openEvidence(
  path: string,
  file: string,
): { content?: Content; diagnostic?: Diagnostic } {
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
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { content: { file, text, capturedAt: modified } };
  } catch {
    return refuse("bytes that are not UTF-8, expected a text in UTF-8", 'save it as "UTF-8"');
  }
}
