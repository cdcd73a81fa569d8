import * as z from "zod";
import { openableBanners, openingCalls } from "../../vocabulary/vocabulary.ts";
import { countries } from "../../vocabulary/countries.ts";
import { foreignName, unescapeName } from "../../vocabulary/foreign-name.ts";
import { type IdList, schemaFacts } from "./shapes.ts";
import { memoizeByText } from "../../memo.ts";
import { asciiAddress, asciiHost, parseUrl } from "../../vocabulary/host.ts";
import { idGrammar, isId, isJurisdictionId, jurisdictionGrammar } from "../../vocabulary/id.ts";
import { isPublicSuffix } from "../../vocabulary/party.ts";
import { meantCountry, meantJurisdiction } from "../../vocabulary/synonyms.ts";
import { hasUnseen } from "../../source/characters.ts";
import { expectedOneOf, mean } from "../../source/suggestions.ts";

/** Says what was meant by a text that is refused; `undefined` where nothing tells. */
export type Remedy = (text: string) => string | undefined;

/** Names what was meant, where that differs from what was written. */
export const suggested = (value: string, meant: string | undefined): string | undefined =>
  meant === undefined || meant === value ? undefined : mean(meant);

/** A refinement that reports under its own rule id; `expected` completes "expected …". */
export const refined = (
  rule: string,
  is: (text: string) => boolean,
  what: string,
  expected: string,
  { pattern, remedy }: { readonly pattern?: string; readonly remedy?: Remedy } = {},
) =>
  z
    .string()
    .refine(is, {
      params: { rule, remedy },
      error: (issue) => `${what} ${JSON.stringify(issue.input)}, expected ${expected}`,
    })
    .meta(pattern ? { pattern } : {});

function writeAsId(value: string): string | undefined {
  const id = value
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return isId(id) ? id : undefined;
}

/** Names a file or an entry of a vocabulary. */
export const id = refined(
  "bad-id",
  isId,
  "bad id",
  "lower-case letters, digits and single hyphens, a letter first",
  { pattern: `^${idGrammar}$`, remedy: (value) => suggested(value, writeAsId(value)) },
);

/** An id of a list. */
export const idFrom = (ids: IdList) => id.meta({}).register(schemaFacts, { ids });

/** An id of a list, or one that is not in it yet. */
export const idBeyond = (ids: IdList) => id.meta({}).register(schemaFacts, { ids, isOpen: true });

/** Any text that says something. */
export const text = refined(
  "empty-text",
  (value) => value.trim() !== "",
  "empty text",
  "at least one visible character",
  { pattern: "\\S" },
).register(schemaFacts, { cell: "lines" });

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s/?#\\]+/.test(value) || /\s/.test(value) || hasUnseen(value)) return false;
  const parsed = parseUrl(value);
  return parsed !== undefined && parsed.username === "" && parsed.password === "";
}

export const url = refined(
  "bad-url",
  isWebAddress,
  "bad URL",
  'an absolute address that starts with "https://" or "http://"',
  { pattern: "^https?://\\S+$" },
).transform(asciiAddress);

export const email = refined(
  "bad-email",
  (value) =>
    /^[^\s@<>"'()&?%]+@[^\s@<>"'()&?%.]+(\.[^\s@<>"'()&?%.]+)+$/.test(value) && !hasUnseen(value),
  "bad e-mail address",
  'one such as "privacy@example.org"',
).transform(asciiAddress);

/** A host, in ASCII or in the letters of its language; kept in ASCII. */
export const host = refined(
  "bad-domain",
  (value) =>
    /^([a-z0-9_]([a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])$/.test(asciiHost(value)) &&
    !hasUnseen(value),
  "bad domain",
  'a host name in lower case without scheme or leading dot, such as "example.org"',
).transform(asciiHost);

/** A domain that somebody owns, and not one below which anybody may have another. */
export const ownDomain = host.refine((value) => !isPublicSuffix(value), {
  params: { rule: "bad-domain" },
  error: (issue) =>
    `domain "${String(issue.input)}", below which anybody has domains, expected one of the site's own`,
});

function isDate(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(+day) && day.toISOString().startsWith(value)
  );
}

export const date = refined("bad-date", isDate, "bad date", 'one such as "2026-11-01"', {
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
});

export const country = refined(
  "bad-country",
  (value) => countries.has(value),
  "bad country",
  'a two-letter code of ISO 3166-1 in capitals, such as "FR"',
  { pattern: "^[A-Z]{2}$", remedy: (value) => suggested(value, meantCountry(value)) },
).register(schemaFacts, { ids: "countries" });

/** Whether a text is a canonical tag of BCP 47. */
export const isLanguageTag = memoizeByText((value) => {
  try {
    return /^[a-z]{2,3}(-|$)/.test(value) && Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
});

function writeAsTag(value: string): string | undefined {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(value.trim().replaceAll("_", "-"));
    return isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

export const languageTag = refined(
  "bad-language",
  isLanguageTag,
  "bad language tag",
  'one of BCP 47 in its canonical form, such as "fr" or "pt-BR"',
  { remedy: (value) => suggested(value, writeAsTag(value)) },
).register(schemaFacts, { ids: "languages", isOpen: true });

/** A language that has words. */
export const languageWithWords = languageTag.meta({}).register(schemaFacts, { isOpen: false });

export const colour = refined(
  "bad-colour",
  (value) => /^#[0-9a-fA-F]{6}$/.test(value),
  "bad colour",
  'six hexadecimal digits after "#", such as "#0b5cad"',
  { pattern: "^#[0-9a-fA-F]{6}$" },
);

/** A country, one of its parts, or a union of countries: `EU`, `US-CA`. */
export const jurisdictionId = refined(
  "bad-jurisdiction",
  isJurisdictionId,
  "bad jurisdiction",
  'the capitals of a country or region, such as "EU" or "US-CA"',
  {
    pattern: `^${jurisdictionGrammar}$`,
    remedy: (value) => suggested(value, meantJurisdiction(value)),
  },
).register(schemaFacts, { ids: "jurisdictions" });

const isPattern = (value: string) => value.trim() === value && value !== "" && !hasUnseen(value);

/**
 * The name of a cookie or storage key: a literal, or a pattern in which `*` is any run of characters. A backslash says
 * that the next character is meant as it is, in names that look like another tool's pattern.
 */
export const cookieName = z
  .string()
  .refine((value) => !/^\*+$/.test(value), {
    params: { rule: "bare-wildcard" },
    error:
      'a bare "*" matches every cookie, expected a name, or a pattern with at least one fixed character',
  })
  .refine(isPattern, {
    params: { rule: "bad-name" },
    error: (issue) =>
      `bad cookie name ${JSON.stringify(issue.input)}, expected one without space at either end or what cannot be seen`,
  })
  .refine((value) => foreignName(value) === undefined, {
    params: { rule: "placeholder-in-name", remedy: (value: string) => foreignName(value)?.meant },
    error: (issue) =>
      `${foreignName(String(issue.input))?.what} in cookie name ${JSON.stringify(issue.input)}, expected the name as the browser shows it, with "*" for what differs`,
  })
  .transform(unescapeName)
  .register(schemaFacts, {
    notText: {
      rule: "name-not-string",
      what: "cookie name",
      hint: "put the name in double quotes",
    },
  });

/** One address for every language, or one for each. */
export const addresses = z.union([url, z.record(languageTag, url)]);

/** An element of the page that holds the link. */
const isFragment = (value: string): boolean => /^#[A-Za-z][A-Za-z0-9-]*$/.test(value);

const urlOrFragment = refined(
  "bad-url",
  (value) => isWebAddress(value) || isFragment(value),
  "bad URL",
  'an absolute address that starts with "https://" or "http://", or "#" and the id of an element',
  { pattern: "^(https?://\\S+|#[A-Za-z][A-Za-z0-9-]*)$" },
).transform(asciiAddress);

/** As `addresses`; each may be an element of the page that the policy stands in. */
export const addressesOrFragments = z.union([urlOrFragment, z.record(languageTag, urlOrFragment)]);

/** A consent banner that a link can open. */
export const openableBanner = z
  .string()
  .refine((value) => openableBanners.includes(value), {
    params: { rule: "unknown-value" },
    error: ({ input }) =>
      `banner ${JSON.stringify(input)} ${Object.hasOwn(openingCalls, String(input)) ? "opens only by a script" : "is not known"}, ${expectedOneOf(String(input), openableBanners)}, or the address where its settings are`,
  })
  .meta({ enum: [...openableBanners] });

/** One text for every language, or one for each. */
export const texts = z.union([text, z.record(languageTag, text)]);
