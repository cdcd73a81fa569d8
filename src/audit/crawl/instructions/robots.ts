/** What a `robots.txt` asks of a crawler. */
export interface Robots {
  readonly allows: (url: URL) => boolean;
  /** Between one page and the next; absent where it asks for none. */
  readonly delaySeconds?: number;
}

/** The name to which rules of its own may be addressed. */
const productToken = "cookie-ledger";

/** More of them, or longer ones, are the work of somebody who wants to hold a reader up. */
const maximumRules = 5000;
const maximumPattern = 2000;

interface Rule {
  readonly isAllowed: boolean;
  readonly length: number;
  /** What must follow each other, anything between them. */
  readonly parts: readonly string[];
  readonly isAnchored: boolean;
}

interface Group {
  readonly rules: Rule[];
  delaySeconds?: number;
}

/** Percent-encoded throughout, in upper case, so that `/ü`, `/%c3%bc` and `/%C3%BC` are one path. */
const encode = (path: string): string =>
  path
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll(/\P{ASCII}+/gu, encodeURIComponent)
    .replaceAll(/%[\da-f]{2}/gi, (text) => text.toUpperCase());

function readRule(pattern: string, isAllowed: boolean): Rule {
  const encoded = encode(pattern);
  const isAnchored = encoded.endsWith("$");
  const parts = (isAnchored ? encoded.slice(0, -1) : encoded).split(/\*+/);
  return { isAllowed, length: encoded.length, parts, isAnchored };
}

/** Looks for each part behind the one before it, so that no pattern takes long. */
function matches({ parts: [first = "", ...others], isAnchored }: Rule, path: string): boolean {
  if (!path.startsWith(first)) return false;
  const last = isAnchored ? others.pop() : undefined;
  if (isAnchored && last === undefined) return path === first;
  let end = first.length;
  for (const part of others) {
    const found = path.indexOf(part, end);
    if (found < 0) return false;
    end = found + part.length;
  }
  return last === undefined || (path.length - last.length >= end && path.endsWith(last));
}

const readLines = (text: string) =>
  text
    .replace(/^\ufeff/, "")
    .split(/[\r\n]+/)
    .flatMap((line) => {
      const [, key, value] = /^\s*([a-z-]{1,20})\s*:([^#]*)/i.exec(line) ?? [];
      return key === undefined ? [] : [{ key: key.toLowerCase(), value: value!.trim() }];
    });

/** The groups of rules, by the crawlers to which they are addressed; groups of one crawler are one. */
function readGroups(text: string): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  let current: Group[] = [];
  let isNaming = false;
  for (const { key, value } of readLines(text)) {
    if (key === "user-agent") {
      const agent = value === "*" ? "*" : /^[a-z_-]*/i.exec(value)![0].toLowerCase();
      const group = groups.get(agent) ?? { rules: [] };
      groups.set(agent, group);
      current = isNaming ? [...current, group] : [group];
      isNaming = true;
    } else if (key === "allow" || key === "disallow") {
      isNaming = false;
      if (value === "" || value.length > maximumPattern) continue;
      const rule = readRule(value, key === "allow");
      for (const { rules } of current) if (rules.length < maximumRules) rules.push(rule);
    } else if (key === "crawl-delay") {
      isNaming = false;
      if (!/^\d{1,6}(?:\.\d+)?$/.test(value)) continue;
      for (const group of current) group.delaySeconds ??= Number(value);
    }
  }
  return groups;
}

/**
 * Reads a `robots.txt` (RFC 9309): of the rules for this program, else of those for all, the one with the longest pattern
 * decides, and where two are as long the one that allows. What is no line of it, such as a page of HTML, asks for
 * nothing. `Crawl-delay` is none of the RFC's, but many a site has it.
 */
export function readRobots(text: string): Robots {
  const groups = readGroups(text);
  const { rules, delaySeconds }: Group = groups.get(productToken) ??
    groups.get("*") ?? { rules: [] };
  const byLength = rules.toSorted(
    (a, b) => b.length - a.length || Number(b.isAllowed) - Number(a.isAllowed),
  );
  return {
    allows: ({ pathname, search }) => {
      const path = encode(pathname + search);
      return byLength.find((rule) => matches(rule, path))?.isAllowed ?? true;
    },
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
  };
}

/** What holds where a site has no `robots.txt`. */
export const everythingAllowed: Robots = { allows: () => true };

/** What holds where a site's `robots.txt` should be there and cannot be had (RFC 9309, 2.3.1.4). */
export const nothingAllowed: Robots = { allows: () => false };
