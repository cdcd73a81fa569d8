import { readFileSync } from "node:fs";
import type { Diagnostic } from "../diagnostic.ts";
import { findSuspicious } from "./characters.ts";
import { placeOf, placeOfFile, report, type TextFile } from "./text.ts";

const mebibyte = 1024 * 1024;

const decoder = new TextDecoder("utf-8", { fatal: true });

function firstInvalid(bytes: Uint8Array): TextFile {
  const text = new TextDecoder("utf-8").decode(bytes);
  return { file: "", text: text.slice(0, text.indexOf("\ufffd") + 1) };
}

/** The text of a file, or what keeps it from being read. A byte order mark is dropped; nothing is thrown. */
export function readText(
  path: string,
  file: string,
  maximumBytes = mebibyte,
): { text?: TextFile; diagnostics: Diagnostic[] } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown reason";
    const message = `cannot be read (${reason}), expected a file`;
    return { diagnostics: [report(placeOfFile(file), { rule: "unreadable-file", message })] };
  }
  if (bytes.length > maximumBytes) {
    const message = `${bytes.length} bytes, expected at most ${maximumBytes} (${maximumBytes / mebibyte} MiB)`;
    return { diagnostics: [report(placeOfFile(file), { rule: "file-too-large", message })] };
  }
  return decode(bytes, file);
}

function decode(bytes: Uint8Array, file: string): { text?: TextFile; diagnostics: Diagnostic[] } {
  let content: string;
  try {
    content = decoder.decode(bytes);
  } catch {
    const until = { ...firstInvalid(bytes), file };
    const place = placeOf(until, until.text.length - 1, until.text.length);
    const hint = 'save the file as "UTF-8" in your editor';
    const message = "bytes that are not UTF-8, expected a text in UTF-8";
    return { diagnostics: [report(place, { rule: "invalid-utf8", message, hint })] };
  }
  const source = { file, text: content };
  const diagnostics = findSuspicious(content).map(({ offset, problem }) =>
    report(placeOf(source, offset, offset + 1), problem),
  );
  return diagnostics.length > 0 ? { diagnostics } : { text: source, diagnostics };
}
