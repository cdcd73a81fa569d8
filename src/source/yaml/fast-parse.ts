import { CORE_SCHEMA, load } from "js-yaml";
import { forbiddenKeys, isMapping, type Mapping } from "../mapping.ts";

/** `"a: b"`, `'it is'`: without an escape and without the same quote inside. */
const quoted = String.raw`"[^"\\]*"|'[^']*'`;

/** `1e3`, `0x1F`, `12_000`, `null`, `True`: what one parser or the other could take for a number, a truth value or nothing. Not `2026-11-01` or `400`, which both read alike. */
const risky = String.raw`(?:(?!(?:\d{4}-\d\d-\d\d|[1-9]\d{0,8})(?![^\s,\]}]))\d[\w.+:-]*|[Nn]ull|NULL|True|TRUE|False|FALSE)(?= *(?:$|[,\]}]| #))`;

/** Text without quotes in `[…]` or `{…}`: `check-identity`, `https://a.example/b`, `issue#4`, `two words`. */
const inFlow = String.raw`(?!${risky})[\p{L}\p{N}/](?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=\S)#| +(?=[^\s#]))*`;

/** The same on a line of its own: `Acme, Inc.`, `(unknown)`, `« Continuer »`. */
const inBlock = String.raw`(?!${risky})[\p{L}\p{N}/(«„“…](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \u00a0\u202f]+(?=[^\s#]))*`;

/** `"_ga": `, `privacyPolicy: `, `en-GB: `, `checkout payment: `; not `true: `. */
const key = String.raw`(?:"[^"\\]*"|(?!(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL):)[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*)`;

const item = `(?:${quoted}|${inFlow})`;

/** `[]`, `[en, "fr"]`. */
const list = String.raw`\[ *(?:${item}(?: *, *${item})*)? *\]`;

/** `name: CNIL`, `only: ["_ga"]`. */
const pair = `${key}: +(?:${item}|${list})`;

/** `{ name: CNIL, url: https://www.cnil.fr }`. */
const pairs = String.raw`\{ *(?:${pair}(?: *, *${pair})*)? *\}`;

/** `>-`, or any of the above. */
const value = `(?:>-|${quoted}|${inBlock}|${list}|${pairs})`;
const comment = String.raw`#[^\r\n]*`;

/** A line in which nothing means another thing to another parser: `# why`, `cookies:`, `  - name: "sid" # why`, `- acme`, or nothing. */
const usual = new RegExp(
  String.raw`^ *(?:${comment}|(?:- +)*(?:${key}:(?: +${value})?|${value})(?: +${comment})? *)?$`,
  "u",
);

function isCertain(node: unknown): boolean {
  if (typeof node === "string" || typeof node === "boolean") return true;
  if (typeof node === "number") return Number.isSafeInteger(node);
  if (Array.isArray(node)) return node.every(isCertain);
  if (!isMapping(node)) return false;
  return Object.entries(node).every(
    ([name, inner]) => !forbiddenKeys.has(name) && isCertain(inner),
  );
}

const maximumLines = 20_000;

/**
 * What a mapping says, where it is so plainly written that js-yaml, several times as fast, reads the same as `yaml`;
 * `undefined` where that is not certain or something is wrong. Then `parseYaml` tells.
 */
export function parseIfUnambiguous(text: string): Mapping | undefined {
  const lines = text.split("\n");
  if (lines.length > maximumLines || !lines.every((line) => usual.test(line))) return undefined;
  try {
    const found: unknown = load(text, { schema: CORE_SCHEMA });
    return isMapping(found) && isCertain(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
