import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { placeOf, readBytes, type TextFile } from "../source/text-file.ts";
import { cookiesOfRows } from "./cookies-of-rows.ts";
import type { ListContent, ListFormat } from "./format.ts";
import { listFormats } from "./formats.ts";
import { isWorkbook, readWorkbook } from "./formats/xlsx.ts";
import { type ForeignList, type ListedCookie } from "./list.ts";
import type { ListRule } from "./list-rules.ts";
import { readJson } from "./literal/literal.ts";

/** A list of cookies that others wrote, as far as it could be read. */
export interface CookieList {
  readonly cookies: readonly ListedCookie[];
  readonly diagnostics: readonly Diagnostic[];
  readonly language?: string | undefined;
  readonly url?: string | undefined;
  readonly siteName?: string | undefined;
}

const mebibyte = 1024 * 1024;
export const maximumListBytes = 8 * mebibyte;

const problemAt = (
  source: TextFile,
  start: number,
  rule: ListRule,
  message: string,
  hint?: string,
): Diagnostic => createDiagnostic(placeOf(source, start, start + 1), { rule, message, hint });

const nothing = (...diagnostics: readonly Diagnostic[]): CookieList => ({
  cookies: [],
  diagnostics,
});

function finish(source: TextFile, list: ForeignList): CookieList {
  const faults = list.faults.map(({ at, severity, ...problem }) =>
    createDiagnostic(placeOf(source, at.start, at.end), { hint: undefined, ...problem }, severity),
  );
  const { cookies, diagnostics } = cookiesOfRows(source, list);
  const { language, url, siteName } = list;
  const all = [...faults, ...diagnostics];
  if (all.some(({ severity }) => severity === "error")) return nothing(...all);
  if (list.rows.length > 0) return { cookies, language, url, siteName, diagnostics: all };
  const message =
    'no table with a column of names, expected a head such as "Cookie name", "Duration" or "Purpose"';
  return nothing(...all, problemAt(source, 0, "no-cookie-table", message));
}

const looksLikeScript =
  /^\s*(?:["']use strict["']|\(?\s*function\b|!function|\(\s*\(|var\s|let\s|const\s|import\s|export\s|window[.[]|[\w$.]+\s*[(=]\s*[{[]|[\w$]+(?:\.[\w$]+)+\s*[(=]|\/\*|\/\/)|[;}]\s*(?:function\b|var\s|window\.)/;

const scriptHint = "nothing of it is run; save the page, or export the list as JSON or CSV";

function parse(source: TextFile): { content?: ListContent; diagnostic?: Diagnostic } {
  if (!/^\s*[[{]/.test(source.text)) return { content: source };
  const { literal, fault } = readJson(source.text);
  if (literal) return { content: { ...source, json: literal } };
  const message =
    fault < source.text.trimEnd().length
      ? "not JSON from here on, expected one JSON value"
      : "JSON that breaks off, expected the whole file";
  return { diagnostic: problemAt(source, fault, "unreadable-list", message) };
}

/** Reads a text in whichever format it is, or in that one; one that cannot be read says why. */
export function readListText(source: TextFile, format?: ListFormat): CookieList {
  const { content, diagnostic } = parse(source);
  if (!content) return nothing(diagnostic!);
  const found = format ?? listFormats.find(({ recognises }) => recognises(content));
  const isMeant = found !== undefined && (found.id !== "csv" || !looksLikeScript.test(source.text));
  if (isMeant && found.recognises(content)) return finish(source, found.read(content));
  if (format) {
    const message = `file that is not ${format.title}, expected it, or no --from`;
    return nothing(problemAt(source, 0, "unknown-list", message));
  }
  if (looksLikeScript.test(source.text)) {
    const message = "script, expected a list of cookies";
    return nothing(problemAt(source, 0, "unreadable-list", message, scriptHint));
  }
  if (content.json === undefined) return finish(source, { rows: [], faults: [] });
  const hint = `what can be read: ${listFormats.map(({ title }) => title).join(", ")}, XLSX`;
  const message = "format that cannot be read, expected a list of cookies";
  return nothing(problemAt(source, 0, "unknown-list", message, hint));
}

/** As `readListText`, of the bytes of a file under the name that reports print. */
export async function readList(
  bytes: Buffer,
  file: string,
  format?: ListFormat,
): Promise<CookieList> {
  if (bytes.length <= maximumListBytes && isWorkbook(bytes)) {
    const { text, list } = await readWorkbook(bytes);
    return finish({ file, text }, list);
  }
  const { text, diagnostics } = readBytes(bytes, file, maximumListBytes);
  if (!text) return nothing(...diagnostics);
  const nul = text.text.indexOf("\0");
  if (nul < 0) return readListText(text, format);
  const message = "NUL, which no text holds, expected a text in UTF-8";
  return nothing(problemAt(text, nul, "unreadable-list", message, 'save it as "UTF-8"'));
}
