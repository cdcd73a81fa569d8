import { isWhollyPersonal } from "../../observation/personal.ts";

/** The last part of a name, and what parts it from the rest. */
const lastPart = /[._:/-](?<part>[a-z\d]+)$/i;

const turns = /\d(?=[a-z])|[a-z](?=\d)/gi;

/** Whether a part is a number, a hexadecimal number, or a run of letters and digits such as programs give to accounts. */
function isId(part: string): boolean {
  if (/^\d+$/.test(part)) return true;
  if (!/\d/.test(part)) return false;
  const isHexadecimal = part.length >= 4 && /^(?:[\da-f]+|[\dA-F]+)$/.test(part);
  const isAccount = part.length >= 6 && /^[\dA-Z]+$/.test(part);
  return isHexadecimal || isAccount || (part.length >= 8 && (part.match(turns) ?? []).length >= 3);
}

/**
 * A name with `*` in place of the ids at its end, which differ from site to site or from visitor to visitor:
 * `_hjSession_123456` is `_hjSession_*`. It is left as it is where hardly anything fixed would stay.
 */
export function generaliseName(name: string): string {
  let rest = name;
  for (let found = lastPart.exec(rest); found; found = lastPart.exec(rest)) {
    if (!isId(found.groups!["part"]!)) break;
    rest = rest.slice(0, found.index);
  }
  if (rest === name) return name;
  const pattern = `${name.slice(0, rest.length + 1)}*`;
  return isWhollyPersonal(pattern) ? name : pattern;
}
