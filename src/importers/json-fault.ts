/** The offset of the last quote of a string that opens at `start`, or the text's length where it is not closed. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

/** How many objects and lists a JSON text opens, counted up to one above the limit. */
export function countContainers(text: string, limit: number): number {
  if (text.length <= limit) return 0;
  let count = 0;
  for (let at = 0; at < text.length && count <= limit; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "{" || character === "[") count += 1;
  }
  return count;
}

type Expected = "value" | "first-value" | "key" | "first-key" | "colon" | "comma" | "end";

/** By what is expected and the mark that comes: what is expected next, or that the innermost container closes. */
const marks: Readonly<Partial<Record<string, Expected | "close">>> = {
  "value {": "first-key",
  "first-value {": "first-key",
  "value [": "first-value",
  "first-value [": "first-value",
  "first-value ]": "close",
  "first-key }": "close",
  "colon :": "value",
};

const closers: Readonly<Partial<Record<string, string>>> = { "{": "}", "[": "]" };

function afterMark(mark: string, expected: Expected, open: string[]): Expected | undefined {
  const innermost = open.at(-1);
  if (expected === "comma" && mark === ",") return innermost === "{" ? "key" : "value";
  const closes = expected === "comma" && mark === closers[innermost ?? ""];
  const next = closes ? "close" : marks[`${expected} ${mark}`];
  if (mark === "{" || mark === "[") open.push(mark);
  if (next !== "close") return next;
  open.pop();
  return open.length > 0 ? "comma" : "end";
}

const space = /[\t\n\r ]*/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const beginning = /[\w.+-]{1,30}$/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const misfit = /[\u0000-\u001f]|\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/;
const brokenEscape = /\\(?:u[\da-fA-F]{0,3})?$/;

function endAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where a string or a scalar ends that begins at `at`; `undefined` where it is none. */
function endOfValue(text: string, at: number): number | undefined {
  if (text[at] !== '"') return endAt(scalar, text, at) ?? endAt(beginning, text, at);
  const end = endOfString(text, at);
  const inside = text.slice(at + 1, end).replaceAll("\\\\", "");
  const said = end < text.length ? inside : inside.replace(brokenEscape, "");
  return misfit.test(said) ? undefined : Math.min(end + 1, text.length);
}

/**
 * Finds the place, counted from 0, at which a text stops being JSON: the first token that cannot stand there, or the text's
 * length where it only breaks off. `JSON.parse` does not always say, and what it quotes may be a cookie's value.
 */
export function findFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at = endAt(space, text, at) ?? at;
    const mark = text[at];
    if (mark === undefined) return text.length;
    const next: Expected | undefined = /[{}[\],:]/.test(mark)
      ? afterMark(mark, expected, open)
      : undefined;
    if (next) {
      expected = next;
      at += 1;
      continue;
    }
    const isKey: boolean = expected === "key" || expected === "first-key";
    const isValue: boolean = expected === "value" || expected === "first-value";
    const end: number | undefined =
      isValue || (isKey && mark === '"') ? endOfValue(text, at) : undefined;
    if (end === undefined) return at;
    expected = isKey ? "colon" : open.length > 0 ? "comma" : "end";
    at = end;
  }
}
