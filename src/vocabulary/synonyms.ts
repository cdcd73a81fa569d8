import { memoizeByText } from "../memo.ts";
import { countries } from "./countries.ts";
import { isJurisdictionId } from "./id.ts";

/** Words that people write for an id of ours, by that id. */
const words: Readonly<Record<string, string>> = {
  authentication: "login log-in sign-in signin auth account",
  "session-keeping": "session session-id session-management php-session",
  "consent-choices": "consent cookie-consent gdpr cookie-banner cmp cookie-preferences",
  "form-protection": "csrf xsrf csrf-protection",
  "bot-detection": "captcha recaptcha bot-protection bot",
  "attack-protection": "security firewall ddos ddos-protection",
  "shopping-cart": "cart basket",
  checkout: "payment payments order",
  "language-selection": "language locale i18n",
  "display-settings": "theme dark-mode ui preferences",
  "live-chat": "chat support-chat",
  "media-player": "video player audio",
  "interactive-map": "map maps",
  "font-delivery": "fonts font",
  "audience-measurement": "analytics statistics stats tracking web-analytics",
  "session-recording": "heatmap heatmaps session-replay replay",
  "ab-testing": "a-b-test a-b-testing ab-test experiment experiments split-testing",
  "error-reporting": "errors monitoring error-monitoring error-tracking",
  "performance-measurement": "performance rum",
  "ad-delivery": "ads advertising advertisement marketing",
  "conversion-measurement": "conversion conversions conversion-tracking",
  "contact-tracking": "crm marketing-automation email-tracking",
  "check-identity": "login log-in sign-in signin authentication authenticate",
  "stay-logged-in": "remember-me keep-logged-in persistent-login",
  "verify-requests": "csrf xsrf security",
  "remember-cookie-preferences": "consent cookie-consent gdpr remember-consent",
  "remember-language": "language locale i18n",
  "remember-display": "theme dark-mode preferences",
  "keep-cart": "cart basket shopping-cart",
  "process-order": "payment checkout order",
  "measure-audience": "analytics statistics stats audience-measurement tracking",
  "show-personalised-ads": "marketing advertising retargeting personalised-ads personalized-ads",
  "show-ads": "ads ad-delivery advertisement",
  "measure-ads": "conversion conversions conversion-measurement",
};

/** Among which ids are what is meant by a word: the one that people write it for. */
export const meantId = (word: string, ids: readonly string[]): string | undefined =>
  ids.find((id) => words[id]?.split(" ").includes(word));

/** Codes of countries and regions that are written for those of ISO 3166-1. */
const countryCodes: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

const inCapitals = (text: string): string => text.normalize("NFC").trim().toUpperCase();

/** The codes of countries by their names in a language, in capitals. */
const codesByName = memoizeByText((language: string): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return new Map([...countries].map((code) => [inCapitals(names.of(code) ?? ""), code]));
});

/**
 * The code of a country that is meant by a code in small letters, another one, or its name: the English one, or one in
 * these languages that none of them has for another country.
 */
export function meantCountry(
  text: string,
  otherLanguages: readonly string[] = [],
): string | undefined {
  const word = inCapitals(text);
  const known = countryCodes[word] ?? word;
  if (countries.has(known)) return known;
  const inEnglish = codesByName("en").get(word);
  if (inEnglish !== undefined) return inEnglish;
  const codes = otherLanguages.flatMap((language) => codesByName(language).get(word) ?? []);
  return new Set(codes).size === 1 ? codes[0] : undefined;
}

/** Tags that mean a language which has another one here. */
const languageTags: Readonly<Record<string, string>> = { no: "nb", sh: "hr", cmn: "zh" };

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(languageTags[tag] ?? tag).maximize();
  } catch {
    return undefined;
  }
}

/** Of the tags that have words, the one in the same language and script as a tag that has none. */
export function meantLanguage(tag: string, known: readonly string[]): string | undefined {
  const locale = localeOf(tag);
  if (!locale) return undefined;
  const language = languageTags[locale.language] ?? locale.language;
  const isAlike = (one: string) => {
    const other = localeOf(one);
    return other?.language === language && other.script === locale.script;
  };
  return known.includes(language) && isAlike(language) ? language : known.find(isAlike);
}

/** Codes, names and laws, in capitals, that are written for the id of a jurisdiction. */
const jurisdictionWords: Readonly<Record<string, string>> = {
  GB: "UK",
  "GREAT BRITAIN": "UK",
  ENGLAND: "UK",
  EEA: "EU",
  EUROPE: "EU",
  "EUROPEAN UNION": "EU",
  GDPR: "EU",
  USA: "US",
  CALIFORNIA: "US-CA",
  CCPA: "US-CA",
  QC: "CA-QC",
  QUEBEC: "CA-QC",
  QUÉBEC: "CA-QC",
  LGPD: "BR",
};

/** The states whose laws the jurisdiction `US` speaks of. */
const states = new Set("CO CT DE MD MN MT NE NH NJ OR TX".split(" "));

/**
 * The jurisdiction that is meant by another code or name of the same place, or by its code in small letters. A part of a
 * country means the country; of the US only where its law is among those of `US`.
 */
export function meantJurisdiction(
  text: string,
  otherLanguages: readonly string[] = [],
): string | undefined {
  const word = inCapitals(text);
  const [whole = "", part] = word === text ? text.split("-") : [];
  if (part !== undefined && whole === "US") return states.has(part) ? whole : undefined;
  if (part !== undefined) return meantJurisdiction(whole) ?? whole;
  const country = Object.hasOwn(jurisdictionWords, word)
    ? word
    : meantCountry(text, otherLanguages);
  const code = country ?? (isJurisdictionId(word) ? word : undefined);
  const meant = code && (jurisdictionWords[code] ?? code);
  return meant === text ? undefined : meant;
}

/** Whether a text is the code of a country by which no other jurisdiction is meant. */
export const isPlainCountry = (text: string): boolean =>
  countries.has(text) && meantJurisdiction(text) === undefined;
