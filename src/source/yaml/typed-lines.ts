import { lineAt, lineStartOf, type Slip, slip } from "./slip.ts";

/** What people and their word processors type for "-", and what follows it. */
const bullet =
  /^(?:(?<sign>[•‣⁃◦▪▫●○])\s*|(?<dash>[–—·*])\s+|(?<hyphen>-)(?=\p{L}))(?<item>\S.*)$/u;

/** An item of a list, alone on its line, that begins with another sign than "- ". */
export function findBullet(text: string, start: number): Slip | undefined {
  if (text.slice(lineStartOf(text, start), start).trim() !== "") return undefined;
  const { sign, dash, hyphen, item } = bullet.exec(lineAt(text, start))?.groups ?? {};
  const found = sign ?? dash ?? hyphen;
  if (found === undefined || item === undefined) return undefined;
  const end = start + lineAt(text, start).length;
  const message =
    hyphen === undefined
      ? `item that begins with "${found}", expected "- " before it`
      : 'no space behind "-", expected one';
  return slip(start, end, message, `write the line as: - ${item.trim()}`);
}

const assignment = /^(?<key>[A-Za-z][\w.-]*)(?<sign> *= *| *： *|:(?!\/\/))(?<value>\S.*)$/;

/** A key behind which stands something else than a colon and a space. */
export function findAssignment(text: string, start: number): Slip | undefined {
  const { key, sign, value } = assignment.exec(lineAt(text, start))?.groups ?? {};
  if (key === undefined || sign === undefined || value === undefined) return undefined;
  const at = start + key.length;
  const message =
    sign === ":"
      ? `no space behind the colon of "${key}", expected one`
      : `"${sign.trim()}" behind the key "${key}", expected a colon and a space`;
  return slip(at, at + sign.length, message, `write the line as: ${key}: ${value.trim()}`);
}

const openCurly = /^[“„‟][^“”„‟]*$|^[^“”„‟]+”$/;

/** A text that begins or ends with a typographic quote whose other one a comma or a bracket has cut off. */
export function findCutQuote(text: string, start: number, end: number): Slip | undefined {
  const cut = openCurly.exec(text.slice(start, end))?.[0];
  if (cut === undefined || cut.includes("\n")) return undefined;
  const quote = /[“”„‟]/.exec(cut)![0];
  return slip(
    start,
    end,
    `typographic quote ${quote} around a text that is cut, expected straight quotes`,
    'type " before and behind the whole text',
  );
}
