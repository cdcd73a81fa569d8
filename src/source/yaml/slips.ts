import { CST, Lexer } from "yaml";
import { nameUnseen } from "../characters.ts";
import { lineAt, lineStartOf, type Slip, slip, writeQuoted } from "./slip.ts";
import { findAssignment } from "./typed-lines.ts";

const indentOf = (line: string): number => /^ */.exec(line)![0].length;

const countSpaces = (number: number): string => `${number} space${number === 1 ? "" : "s"}`;

/** The lexer marks the starts of documents and scalars with characters of its own. */
export const lexerMarks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** What to type for a line of which only the first quote is there; in brackets it could end anywhere. */
const closeQuote = (rest: string): string =>
  /[,[\]{}]/.test(rest)
    ? "close it; a quote within a text in double quotes has a backslash before it"
    : writeQuoted(rest);

/** A quote that is opened and that nothing closes before the text ends. */
function findOpenQuote(text: string): Slip | undefined {
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    const quote = token[0]!;
    const isOpen = token.length === 1 || !token.endsWith(quote) || /(?<!\\)(\\\\)*\\"$/.test(token);
    if ((type === "double-quoted-scalar" || type === "single-quoted-scalar") && isOpen)
      return slip(
        offset,
        offset + lineAt(text, offset).length,
        `quote ${quote} that is not closed, expected another ${quote} at the end of the text`,
        closeQuote(lineAt(text, offset + 1)),
      );
    if (!lexerMarks.has(token)) offset += token.length;
  }
  return undefined;
}

/** The innermost list or mapping in brackets that is opened before an offset and not closed there. */
function findOpenBracket(text: string, before: number): Slip | undefined {
  const open: number[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (offset >= before) break;
    const type = CST.tokenType(token);
    if (type === "flow-seq-start" || type === "flow-map-start") open.push(offset);
    if (type === "flow-seq-end" || type === "flow-map-end") open.pop();
    if (!lexerMarks.has(token)) offset += token.length;
  }
  const start = open.at(-1);
  if (start === undefined) return undefined;
  const end = text[start] === "[" ? "]" : "}";
  return slip(
    start,
    start + lineAt(text, start).length,
    `"${text[start]}" that is not closed, expected "${end}" behind what belongs to it`,
    `a text with brackets of its own stands in double quotes`,
  );
}

const quotedValue = /^(?: *- +)*(?:[^:'"]*: +)?(?<quote>["'])(?<rest>.*)$/;

/** What to type for a line whose text goes on behind its second quote. */
function quoteWhole(line: string): string {
  const { quote = "", rest = "" } = quotedValue.exec(line)?.groups ?? {};
  return quote === "" || / #|[,[\]{}]/.test(rest)
    ? "put the whole text in double quotes; a quote within has a backslash before it"
    : writeQuoted(rest.trimEnd().endsWith(quote) ? rest.trimEnd().slice(0, -1) : rest);
}

/** What stands behind a text that has ended: on a line of its own it belongs elsewhere, else to no quotes. */
function findLeftOver(text: string, start: number): Slip {
  const from = lineStartOf(text, start);
  const end = start + lineAt(text, start).length;
  return text.slice(from, start).trim() === ""
    ? slip(
        start,
        end,
        `line indented by ${countSpaces(start - from)}, expected as many as a line above`,
        "put keys that belong together below each other",
      )
    : slip(
        start,
        end,
        "text behind what has ended, expected nothing on this line",
        quoteWhole(lineAt(text, from)),
      );
}

/** A line below `start` that stands further in, or less far, than the one where `start` is. */
function findIndented(text: string, start: number): Slip | undefined {
  const first = lineStartOf(text, start);
  const above = lineAt(text, first);
  const keyColumn = indentOf(
    above.replace(/^( *)((?:- +)+)/, (_, a: string, b: string) => a + " ".repeat(b.length)),
  );
  const next = first + above.length + 1;
  const below = lineAt(text, next);
  const indent = indentOf(below);
  if (below.trim() === "" || indent === keyColumn) return undefined;
  return slip(
    next + indent,
    next + below.length,
    `line indented by ${countSpaces(indent)}, expected ${keyColumn} as the line above`,
    "put keys that belong together below each other",
  );
}

function findColon(text: string, start: number): Slip | undefined {
  const rest = lineAt(text, start);
  const colon = rest.search(/:(\s|$)/);
  if (colon < 0) return undefined;
  return slip(
    start + colon,
    start + colon + 1,
    "colon in a text without quotes, expected the text in double quotes",
    writeQuoted(rest),
  );
}

/** A line among keys that is none. */
const findLone = (text: string, start: number): Slip =>
  slip(
    start,
    start + lineAt(text, start).length,
    "line without a colon, expected a key, a colon and a value",
    "indent the line if it belongs to the text above",
  );

/** What somebody who writes YAML by hand most often gets wrong, at its place and in words for them. */
export function findSlip(
  text: string,
  code: string,
  start: number,
  message: string,
): Slip | undefined {
  const from = lineStartOf(text, start);
  const unseen = nameUnseen(lineAt(text, from));
  if (unseen !== undefined)
    return slip(start, start + 1, `line with ${unseen}, expected a space`, "type the space anew");
  switch (code) {
    case "TAB_AS_INDENT":
      return slip(
        start,
        start + 1,
        "tab before a text, expected spaces",
        "put two spaces for each tab",
      );
    case "MISSING_CHAR":
      if (/closing ["']quote/.test(message)) return findOpenQuote(text);
      return /followed by map values/.test(message)
        ? (findAssignment(text, start) ?? findLone(text, start))
        : undefined;
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY":
      return (
        findAssignment(text, start) ??
        (/^[^"'[{]/.test(text.slice(start)) && /: |:$/.test(lineAt(text, start))
          ? findColon(text, start)
          : findIndented(text, start))
      );
    case "BAD_INDENT": {
      const line = lineAt(text, from);
      if (/end with a [\]}]/.test(message)) return findOpenBracket(text, start);
      return /at the same column/.test(message)
        ? slip(
            from + indentOf(line),
            from + line.length,
            `line indented by ${countSpaces(indentOf(line))}, expected as many as a line above`,
            "put keys that belong together below each other",
          )
        : undefined;
    }
    case "BAD_SCALAR_START": {
      const rest = lineAt(text, start).replace(/ +#.*/, "");
      return slip(
        start,
        start + rest.length,
        `text that begins with "${rest[0]}", expected it in double quotes`,
        writeQuoted(rest),
      );
    }
    case "UNEXPECTED_TOKEN":
      return /at node end/.test(message) ? findLeftOver(text, start) : undefined;
    default:
      return undefined;
  }
}
