const decoder = new TextDecoder("utf-8", { fatal: true });

// oxlint-disable-next-line no-control-regex -- every byte is meant
const bytesOnly = /^[\u0000-\u00ff]*$/;

/** A text of a header in which each byte stands as a character, as protocols hand it on: as UTF-8, where it is that. */
export function fromHeader(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || !bytesOnly.test(text)) return text;
  try {
    return decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** The name in a pair `name=value`; empty where there is none, since a browser takes what stands alone for the value. */
export const nameOfPair = (pair: string): string =>
  fromHeader(pair.slice(0, Math.max(pair.indexOf("="), 0)).trim());

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
