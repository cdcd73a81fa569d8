import { CORE_SCHEMA, load } from "js-yaml";
import { isMapping, type Mapping } from "../mapping.ts";

const quoted = String.raw`"[^"\\]*"|'[^']*'`;
/** What one parser or the other could take for a number or nothing, but for days and plain numbers. */
const risky = String.raw`(?:(?!(?:\d{4}-\d\d-\d\d|[1-9]\d{0,8})(?![^\s,\]}]))\d[\w.+:-]*|[Nn]ull|NULL|True|TRUE|False|FALSE)(?= *(?:$|[,\]}]| #))`;
/** Texts without quotes: only those that begin with a letter, a digit or the like, and hold nothing that YAML could take for more. */
const inFlow = String.raw`(?!${risky})[\p{L}\p{N}/](?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=\S)#| +(?=[^\s#]))*`;
const inBlock = String.raw`(?!${risky})[\p{L}\p{N}/(«„“…](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \u00a0\u202f]+(?=[^\s#]))*`;
const key = String.raw`(?:"[^"\\]*"|(?!(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL):)[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*)`;
const item = `(?:${quoted}|${inFlow})`;
const list = String.raw`\[ *(?:${item}(?: *, *${item})*)? *\]`;
const pair = `${key}: +(?:${item}|${list})`;
const pairs = String.raw`\{ *(?:${pair}(?: *, *${pair})*)? *\}`;
const value = `(?:>-|${quoted}|${inBlock}|${list}|${pairs})`;
const comment = String.raw`#[^\r\n]*`;

/** A line of the YAML that people write: nothing in it means another thing to another parser. */
const usual = new RegExp(
  String.raw`^ *(?:${comment}|(?:- +)*(?:${key}:(?: +${value})?|${value})(?: +${comment})? *)?$`,
  "u",
);

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

function isCertain(node: unknown): boolean {
  if (typeof node === "string" || typeof node === "boolean") return true;
  if (typeof node === "number") return Number.isSafeInteger(node);
  if (Array.isArray(node)) return node.every(isCertain);
  if (!isMapping(node)) return false;
  return Object.entries(node).every(([name, inner]) => !forbidden.has(name) && isCertain(inner));
}

const maximumLines = 20_000;

/**
 * What a mapping says, where it is so plainly written that js-yaml, several times as fast, reads the same as `yaml`;
 * `undefined` where that is not certain or something is wrong. Then `parseYaml` tells.
 */
export function parseFast(text: string): Mapping | undefined {
  const lines = text.split("\n");
  if (lines.length > maximumLines || !lines.every((line) => usual.test(line))) return undefined;
  try {
    const found: unknown = load(text, { schema: CORE_SCHEMA });
    return isMapping(found) && isCertain(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
