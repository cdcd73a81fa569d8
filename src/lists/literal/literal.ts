import type { Span } from "../../source/yaml/locate.ts";
import { endOfCode, skipGap } from "./script.ts";

/** A value that stands in a text as data, and where. `code` is what a script would have to compute, which nothing does. */
export type Literal = Span &
  (
    | { readonly kind: "text" | "word"; readonly value: string }
    | { readonly kind: "list"; readonly items: readonly Literal[] }
    | { readonly kind: "mapping"; readonly entries: ReadonlyMap<string, Literal> }
    | { readonly kind: "code" }
  );

/** A literal, or the offset at which a text stops being one. */
type ReadLiteral =
  | { readonly literal: Literal; readonly fault?: undefined }
  | { readonly literal?: undefined; readonly fault: number };

/** `json` is strict; a `script` may also have quotes of its own, bare keys, comments, a comma too many, and code. */
type Notation = "json" | "script";

const maximumDepth = 100;
const maximumLiterals = 1_000_000;

const word = /(?:-?\d[\w.+-]*|[A-Za-z_$][\w$]*)/y;
const jsonWord = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Words of a script that are values; any other is the name of one. */
const constants: ReadonlySet<string> = new Set([
  "true",
  "false",
  "null",
  "undefined",
  "NaN",
  "Infinity",
]);

const isValue = (word: string): boolean => /^[-\d]/.test(word) || constants.has(word);

const escapes: Readonly<Partial<Record<string, string>>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": "",
};

const unescape = (written: string): string =>
  written.replaceAll(
    /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/g,
    (_, unicode?: string, byte?: string, other = "") =>
      unicode === undefined && byte === undefined
        ? (escapes[other as string] ?? (other as string))
        : String.fromCharCode(parseInt(unicode ?? byte ?? "", 16)),
  );

/** Reads the literal that begins at an offset, behind any space. Nothing of it is ever run. */
export function readLiteral(text: string, from: number, notation: Notation): ReadLiteral {
  let at = from;
  let count = 0;
  const isScript = notation === "script";
  const skip = () => {
    at = skipGap(text, at, isScript);
  };

  const isBroken = (end: number): boolean => text[end] === "\n" && text[end - 1] !== "\\";

  function readText(): string | undefined {
    const quote = text[at]!;
    let end = at + 1;
    while (end < text.length && text[end] !== quote) {
      if (quote === "`" ? text.startsWith("${", end) : isBroken(end)) return undefined;
      end += text[end] === "\\" ? 2 : 1;
    }
    if (end >= text.length) return undefined;
    const written = text.slice(at + 1, end);
    at = end + 1;
    return written.includes("\\") ? unescape(written) : written;
  }

  const isQuote = (character = ""): boolean =>
    character === '"' || (isScript && (character === "'" || character === "`"));

  function readWord(): string | undefined {
    const pattern = isScript ? word : jsonWord;
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  function readCode(start: number): Literal {
    at = endOfCode(text, start);
    return { kind: "code", start, end: at };
  }

  /** Whether what stands at the place ends a value: a comma, a bracket, or for the outermost anything. */
  const isEnd = (depth: number): boolean => depth === 0 || /^[,\]}]?$/.test(text[at] ?? "");

  function readItems(depth: number): Literal[] | undefined {
    const items: Literal[] = [];
    at += 1;
    for (;;) {
      skip();
      if (text[at] === "]" && (isScript || items.length === 0)) break;
      const item = readValue(depth + 1);
      if (!item) return undefined;
      items.push(item);
      skip();
      if (text[at] === "]") break;
      if (text[at] !== ",") return undefined;
      at += 1;
    }
    at += 1;
    return items;
  }

  function readEntries(depth: number): Map<string, Literal> | undefined {
    const entries = new Map<string, Literal>();
    at += 1;
    for (;;) {
      skip();
      if (text[at] === "}" && (isScript || entries.size === 0)) break;
      const start = at;
      const key = isQuote(text[at]) ? readText() : isScript ? readWord() : undefined;
      if (key === undefined && !(isScript && /^(?:\[|\.{3})/.test(text.slice(at, at + 3))))
        return undefined;
      skip();
      if (key !== undefined && text[at] === ":") {
        at += 1;
        const value = readValue(depth + 1);
        if (!value) return undefined;
        entries.set(key, value);
      } else if (isScript) {
        // A method, a name for short, or what is spread or computed, which has none.
        const code = readCode(start);
        entries.set(key ?? text.slice(start, code.end).trim(), code);
      } else return undefined;
      skip();
      if (text[at] === "}") break;
      if (text[at] !== ",") return undefined;
      at += 1;
    }
    at += 1;
    return entries;
  }

  function readValue(depth: number): Literal | undefined {
    skip();
    count += 1;
    const start = at;
    const opening = text[at];
    if (opening === undefined || depth > maximumDepth || count > maximumLiterals) return undefined;
    let literal: Literal | undefined;
    if (opening === "[") {
      const items = readItems(depth);
      literal = items && { kind: "list", items, start, end: at };
    } else if (opening === "{") {
      const entries = readEntries(depth);
      literal = entries && { kind: "mapping", entries, start, end: at };
    } else if (isQuote(opening)) {
      const value = readText();
      if (value === undefined && opening === "`") return readCode(start);
      literal = value === undefined ? undefined : { kind: "text", value, start, end: at };
    } else {
      const value = readWord();
      if (value !== undefined)
        literal = isValue(value)
          ? { kind: "word", value, start, end: at }
          : { kind: "code", start, end: at };
      else if (isScript) return readCode(start);
    }
    if (!literal || !isScript) return literal;
    skip();
    // What TypeScript says of a value changes nothing in it.
    if (/^(?:as|satisfies)\b/.test(text.slice(at, at + 10))) readCode(at);
    return isEnd(depth) ? literal : readCode(start);
  }

  const literal = readValue(0);
  return literal ? { literal } : { fault: Math.min(at, text.length) };
}

/** What a whole text says as JSON. */
export function readJson(text: string): ReadLiteral {
  const read = readLiteral(text, 0, "json");
  if (!read.literal) return read;
  const rest = skipGap(text, read.literal.end, false);
  return rest < text.length ? { fault: rest } : read;
}

/** A literal of JSON as the value that it is. */
export function valueOf(literal: Literal): unknown {
  if (literal.kind === "list") return literal.items.map(valueOf);
  if (literal.kind === "mapping")
    return Object.fromEntries([...literal.entries].map(([key, one]) => [key, valueOf(one)]));
  if (literal.kind === "word") return JSON.parse(literal.value) as unknown;
  return literal.kind === "text" ? literal.value : undefined;
}

/** What stands under a key. */
export const under = (literal: Literal | undefined, key: string): Literal | undefined =>
  literal?.kind === "mapping" ? literal.entries.get(key) : undefined;

/** The items of a list; none of anything else. */
export const itemsOf = (literal: Literal | undefined): readonly Literal[] =>
  literal?.kind === "list" ? literal.items : [];
