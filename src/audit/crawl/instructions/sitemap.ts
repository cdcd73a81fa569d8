/** What a sitemap names. */
export interface Sitemap {
  /** Whether what it names are sitemaps rather than pages. */
  readonly isIndex: boolean;
  /** As they stand there, in their order. */
  readonly addresses: readonly string[];
}

/** As many as a sitemap may name after its protocol. */
const maximumAddresses = 50_000;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The five entities of XML and numbers; what a document defines for itself stays as it stands. */
const decode = (text: string): string =>
  text.replaceAll(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return entities[name.toLowerCase()]!;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** The text of each element of that name, sections of CDATA among it; nothing is looked at twice. */
function readElements(xml: string, name: string): string[] {
  const found: string[] = [];
  const [open, close] = [`<${name}>`, `</${name}>`];
  for (let from = 0; found.length < maximumAddresses;) {
    const start = xml.indexOf(open, from);
    const end = start < 0 ? -1 : xml.indexOf(close, start);
    if (end < 0) break;
    const inner = xml.slice(start + open.length, end).trim();
    const section = /^<!\[CDATA\[(.*?)\]\]>$/s.exec(inner);
    found.push(section ? section[1]!.trim() : decode(inner));
    from = end + close.length;
  }
  return found;
}

function withoutComments(xml: string): string {
  const kept: string[] = [];
  for (let from = 0; from >= 0;) {
    const start = xml.indexOf("<!--", from);
    kept.push(xml.slice(from, start < 0 ? undefined : start));
    const end = start < 0 ? -1 : xml.indexOf("-->", start + 4);
    from = end < 0 ? -1 : end + 3;
  }
  return kept.join("");
}

/**
 * Reads a sitemap, or an index of sitemaps, of sitemaps.org, or a text with an address a line; `undefined` for what is none.
 * It is no reader of XML at large: a document type, with whatever it defines or includes, is passed over.
 */
export function readSitemap(text: string): Sitemap | undefined {
  const plain = text.replace(/^\ufeff/, "").trimStart();
  if (/^https?:\/\//i.test(plain)) {
    const addresses = plain.split(/[\r\n]+/, maximumAddresses).map((line) => line.trim());
    return { isIndex: false, addresses: addresses.filter((line) => line !== "") };
  }
  const xml = withoutComments(plain);
  const [, prefix = "", root] =
    /<([\w-]{1,40}:)?(urlset|sitemapindex)[\s>]/.exec(xml.slice(0, 100_000)) ?? [];
  if (root === undefined) return undefined;
  return { isIndex: root === "sitemapindex", addresses: readElements(xml, `${prefix}loc`) };
}
