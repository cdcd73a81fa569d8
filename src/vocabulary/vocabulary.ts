/** From the least to the most intrusive; a cookie takes the most intrusive of its purposes. */
export const categories = [
  "necessary",
  "preferences",
  "statistics",
  "marketing",
  "unclassified",
] as const;
export type Category = (typeof categories)[number];

/** Where a browser keeps what is declared; `pixel` keeps nothing but reports a visit. */
export const storages = [
  "cookie",
  "local-storage",
  "session-storage",
  "indexed-db",
  "cache-storage",
  "pixel",
] as const;
export type Storage = (typeof storages)[number];

/** Where what is declared is kept; a cookie, where nothing else is said. */
export const storageOf = <Said = Storage>({ storage }: { readonly storage?: Said | undefined }) =>
  storage ?? "cookie";

/**
 * The criteria under which no consent is asked: those of WP29 Opinion 04/2012 (WP194), the record of the choice
 * itself, and the audience measurement that some national authorities exempt.
 */
export const exemptions = [
  "user-input",
  "authentication",
  "security",
  "load-balancing",
  "media-player",
  "interface-customisation",
  "consent-record",
  "audience-measurement",
] as const;
export type Exemption = (typeof exemptions)[number];

export const columns = [
  "provider",
  "function",
  "name",
  "purposes",
  "duration",
  "recipients",
  "party",
  "storage",
] as const;
export type Column = (typeof columns)[number];

/** Those of a site that names none. */
export const defaultColumns: readonly Column[] = [
  "provider",
  "function",
  "name",
  "purposes",
  "duration",
];

export const outputs = ["page", "fragment"] as const;
export type Output = (typeof outputs)[number];

/** Those of a site that names none. */
export const defaultOutputs: readonly Output[] = ["page", "fragment"];

/** Types of Google's consent mode, version 2. */
export const googleConsentTypes = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
  "security_storage",
] as const;

/** The member states of the European Union; each implies `EU`. */
export const memberStates =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");

export const jurisdictions = ["EU", ...memberStates, "UK", "CH", "US-CA", "BR", "CA-QC"];

/** Those of a site that names none. */
export const defaultJurisdictions: readonly string[] = ["EU"];

/** Placeholders that a pattern of `terms.yaml` must hold, by the pattern's key. */
export const patternPlaceholders = {
  functionWithLocations: ["function", "locations"],
  tableCaption: ["category"],
  dataRetention: ["duration"],
  exempt: ["exemption"],
  transfer: ["country", "safeguard"],
  privacyPolicyOf: ["provider"],
  optOutOf: ["provider"],
  documentTitle: ["title", "site"],
} as const;

/** As `patternPlaceholders`, for the keys of `durations`. */
export const durationPlaceholders = {
  session: [],
  persistent: [],
  upTo: ["duration"],
  byDefault: ["duration"],
  afterLastActivity: ["duration"],
  selfRenewing: ["duration"],
} as const;

/** Short texts around the tables. */
export const labels = [
  "skipToContent",
  "languages",
  "chooseLanguage",
  "contents",
  "lastUpdated",
  "controller",
  "website",
  "providers",
  "legalEntity",
  "country",
  "recipients",
  "transfers",
  "nobody",
  "moreInformation",
  "firstParty",
  "thirdParty",
] as const;
