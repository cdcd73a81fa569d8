const decoder = new TextDecoder("utf-8", { fatal: true });

/** The bytes from 0x80 on as windows-1252 has them: some protocols hand headers on in that instead of in Latin-1. */
const windowsBytes = new Map(
  Array.from(
    "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ",
    (character, index) => [character, 0x80 + index] as const,
  ),
);

const byteOf = (character: string): number =>
  windowsBytes.get(character) ?? character.charCodeAt(0);

/** A text of a header in which each byte stands as a character, as protocols hand it on: as UTF-8, where it is that. */
export function fromHeader(text: string): string {
  const bytes = Array.from(text, byteOf);
  if (bytes.every((byte) => byte < 0x80) || bytes.some((byte) => byte > 0xff)) return text;
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

/** The name in a pair `name=value`; empty where there is none, since a browser takes what stands alone for the value. */
export const nameOfPair = (pair: string): string =>
  fromHeader(pair.slice(0, Math.max(pair.indexOf("="), 0)).trim());

/** A name that a tool tells of a cookie, without the value that some leave behind it. */
export const beforeValue = (text: string): string => text.replace(/[=;].*$/s, "");

/** The name in a list of cookies that was made from headers. */
export const nameInList = (text: string): string => fromHeader(beforeValue(text));

/** A comma behind which another cookie may begin. */
const comma = /,(?<space> *)(?=(?<name>[^\s;,=]*)\s*=)/g;

/**
 * The `Set-Cookie` headers in a text that may hold several: one a line, or joined by commas, as Safari and many proxies
 * do. A comma divides where an attribute stands before it, or where what follows has one of the names.
 */
export function splitSetCookies(text: string, names: ReadonlySet<string> = new Set()): string[] {
  return text.split("\n").flatMap((line) => {
    const headers: string[] = [];
    let start = 0;
    for (const { index, 0: found, groups } of line.matchAll(comma)) {
      const { name = "", space } = groups!;
      const isBehindAttribute = space !== "" && line.slice(start, index).includes(";");
      if (name === "" || !(isBehindAttribute || names.has(fromHeader(name)))) continue;
      headers.push(line.slice(start, index));
      start = index + found.length;
    }
    return [...headers, line.slice(start)].filter((header) => header.trim() !== "");
  });
}
