import { isMapping } from "../source/mapping.ts";

/** What a file is that no importer reads, and what to bring instead. */
export interface Foreign {
  readonly message: string;
  readonly hint: string;
}

const asHar = "export a HAR instead: in the developer tools, Network, Export HAR";

/** By the first bytes of a file, each as a character. */
const kinds: readonly (Foreign & { readonly starts: readonly string[] })[] = [
  {
    starts: ["PK\u0003\u0004", "PK\u0005\u0006"],
    message: "a zip archive, expected the file in it",
    hint: "unpack it, and name the .har or .json that it holds",
  },
  {
    starts: ["\u001f\u008b"],
    message: "a file packed by gzip, expected the file in it",
    hint: "unpack it first: gunzip FILE",
  },
  {
    starts: ["(\u00b5/\u00fd", "BZh", "\u00fd7zXZ\u0000", "7z\u00bc\u00af"],
    message: "a packed file, expected the file in it",
    hint: "unpack it first",
  },
  {
    starts: ["SQLite format 3\u0000"],
    message: "a database of a browser, expected an export of it",
    hint: "its cookies may be encrypted: export them with an extension such as Cookie-Editor, or save a storageState",
  },
  {
    starts: ["\u00ff\u00fe", "\u00fe\u00ff"],
    message: "a text in UTF-16, expected UTF-8",
    hint: 'save it as "UTF-8"',
  },
  {
    starts: ["bplist", "cook\u0000"],
    message: "a binary file of Apple's, expected an export",
    hint: "in Safari: Develop, Show Web Inspector, Network, Export",
  },
  {
    starts: ["\u00d4\u00c3\u00b2\u00a1", "\u00a1\u00b2\u00c3\u00d4", "\n\r\r\n"],
    message: "a capture of packets, which are encrypted, expected a HAR",
    hint: asHar,
  },
  { starts: ["%PDF"], message: "a PDF, expected evidence of a visit", hint: asHar },
  {
    starts: ["\u0089PNG", "\u00ff\u00d8\u00ff"],
    message: "a picture, expected evidence of a visit",
    hint: asHar,
  },
];

/** What a file is by its first bytes; `undefined` where they tell nothing. */
export function foreignBytes(bytes: Uint8Array): Foreign | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const found = kinds.find(({ starts }) => starts.some((one) => start.startsWith(one)));
  return found && { message: found.message, hint: found.hint };
}

const pair = String.raw`[^\s=;,]+=[^;\n]*`;
const texts: readonly (Foreign & { readonly pattern: RegExp })[] = [
  {
    pattern: /^\s*(?:<!doctype html|<html)/i,
    message: "a page, expected evidence of a visit to it",
    hint: asHar,
  },
  {
    pattern: /^\S+ +(?:TRUE|FALSE) +\/\S* +(?:TRUE|FALSE) +\d+ +\S/m,
    message: "a cookies.txt with spaces between its fields, expected tabs",
    hint: "copy the file itself, not its text from a page or a terminal",
  },
  {
    pattern: new RegExp(String.raw`^\s*(?:cookie:\s*)?${pair}(?:;\s*${pair})*;?\s*$`, "i"),
    message:
      "document.cookie or a Cookie header, which tells neither hosts nor lengths, expected evidence of a visit",
    hint: "copy the table of cookies instead: in the developer tools, Application, Cookies, select all rows",
  },
];

const keys: readonly (Foreign & { readonly key: string })[] = [
  { key: "traceEvents", message: "a performance trace, expected a HAR", hint: asHar },
  { key: "lighthouseVersion", message: "a report of Lighthouse, expected a HAR", hint: asHar },
  { key: "constants", message: "a NetLog of Chrome, expected a HAR", hint: asHar },
];

/** What a text is that no importer recognises; `undefined` where nothing tells. */
export function foreignText(text: string, json: unknown): Foreign | undefined {
  const found = isMapping(json)
    ? keys.find(({ key }) => Object.hasOwn(json, key))
    : texts.find(({ pattern }) => text.length < 100_000 && pattern.test(text));
  return found && { message: found.message, hint: found.hint };
}
