/** From the least to the most intrusive; a cookie takes the most intrusive of its purposes. */
export const categories = [
  "necessary",
  "preferences",
  "statistics",
  "marketing",
  "unclassified",
] as const;
export type Category = (typeof categories)[number];

/** The categories of which a site can say something: all but `unclassified`. */
export const declarableCategories = [
  "necessary",
  "preferences",
  "statistics",
  "marketing",
] as const;

/**
 * Where a browser keeps what is declared, or how it tells: a `pixel` reports a visit, `device-reading` takes
 * what the device tells of itself, `link-decoration` adds an identifier to addresses.
 */
export const storages = [
  "cookie",
  "local-storage",
  "session-storage",
  "indexed-db",
  "cache-storage",
  "service-worker",
  "pixel",
  "device-reading",
  "link-decoration",
] as const;
export type Storage = (typeof storages)[number];

/** Those by which nothing stays on the device, so that nothing has a duration. */
export const keepsNothing: ReadonlySet<Storage | undefined> = new Set([
  "pixel",
  "device-reading",
  "link-decoration",
] as const);

/** Where what is declared is kept; a cookie, where nothing else is said. */
export const storageOf = <Said = Storage>({ storage }: { readonly storage?: Said | undefined }) =>
  storage ?? "cookie";

/**
 * The criteria under which no consent is asked: those of Directive 2002/58/EC and of WP29 Opinion 04/2012 (WP194), the
 * record of the choice itself, and what some national laws and authorities exempt besides.
 */
export const exemptions = [
  "transmission",
  "user-input",
  "authentication",
  "security",
  "load-balancing",
  "media-player",
  "interface-customisation",
  "consent-record",
  "audience-measurement",
  "access-limit",
  "fault-detection",
  "emergency",
] as const;
export type Exemption = (typeof exemptions)[number];

/** In which problems are reported. */
export const reportFormats = [
  "text",
  "json",
  "markdown",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "checkstyle",
] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What a service is for, by which people look for it. */
export const providerKinds = [
  "analytics",
  "consent",
  "advertising",
  "payment",
  "delivery",
  "security",
  "chat",
  "video",
  "map",
  "social",
  "testing",
  "crm",
  "form",
  "booking",
  "platform",
  "identity",
] as const;

export type ProviderKind = (typeof providerKinds)[number];

/** What ends the keeping of data where no period does (GDPR, article 13(2)(a)). */
export const retentionCriteria = [
  "account-closed",
  "contract-ended",
  "consent-withdrawn",
  "cart-emptied",
  "request-answered",
] as const;
export type RetentionCriterion = (typeof retentionCriteria)[number];

/** What a source of facts is. */
export const factSources = [
  "documentation",
  "policy",
  "source-code",
  "disclosure",
  "measured",
] as const;

/** Which facts a source was read for. */
export const factGroups = [
  "names",
  "durations",
  "functions",
  "recipients",
  "transfers",
  "retention",
  "entity",
  "policy",
  "hosts",
  "lifetime",
] as const;

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

/** Formats in which a site is written for consent banners and other programs, a file beside its pages. */
export const exportedOutputs = [
  "vanilla-cookieconsent",
  "klaro",
  "orejime",
  "cookie-manager",
  "tarteaucitron",
  "google-consent-mode",
  "iab-device-storage",
  "open-cookie-database",
] as const;

/** The statement on Global Privacy Control is written for every site that makes it. */
export type ExportFormat = (typeof exportedOutputs)[number] | "gpc";

export const outputs = [
  "page",
  "fragment",
  "json",
  "markdown",
  "csv",
  "xlsx",
  "docx",
  "pdf",
  ...exportedOutputs,
] as const;
export type Output = (typeof outputs)[number];

/** Those that take a program of their own, and of which the plugin of Eleventy makes none. */
export const printedOutputs: ReadonlySet<Output> = new Set(["csv", "xlsx", "docx", "pdf"] as const);

/** The packages that some take, none of which need be installed. */
export const packagesOfOutputs = {
  xlsx: "write-excel-file",
  docx: "docx",
  pdf: "playwright-core",
} as const;

/** Those of a site that names none. */
export const defaultOutputs: readonly Output[] = ["page", "fragment"];

/** Those of a site that names none. */
export const defaultJurisdictions: readonly string[] = ["EU"];

/** An attribute of a link. */
export interface Opener {
  readonly name: string;
  readonly value: string;
}

/** What a link needs so that a consent banner opens at a click on it. */
interface Opening {
  /** On which the banner listens. */
  readonly attribute?: Opener;
  /** Where the link leads, if not to the site. */
  readonly fragment?: string;
}

/** Consent banners that a link can open without a script of its own, and how; each is tried with the banner itself. */
export const openings: Readonly<Record<string, Opening>> = {
  "vanilla-cookieconsent": { attribute: { name: "data-cc", value: "show-preferencesModal" } },
  tarteaucitron: { fragment: "#tarteaucitron" },
};

export const openableBanners: readonly string[] = Object.keys(openings);

/**
 * Banners of which only a call from a script is documented, and that call: https://github.com/klaro-org/klaro-js,
 * https://github.com/boscop-fr/orejime, https://www.cookiebot.com,
 * https://developers.didomi.io/cmp/web-sdk/consent-notice/preferences,
 * https://support.axeptio.eu/en/articles/274036-about-axeptio-s-javascript-sdk.
 */
export const openingCalls: Readonly<Record<string, string>> = {
  klaro: "klaro.show()",
  orejime: "orejime.prompt()",
  cookiebot: "Cookiebot.renew()",
  didomi: "Didomi.preferences.show()",
  axeptio: "openAxeptioCookies()",
};
