import type { Disclosure, VendorDisclosure } from "../registry/providers/disclosure.ts";
import type { ExportFormat } from "../vocabulary/vocabulary.ts";
import type { CookieFacts } from "./cookie-facts.ts";

/** What a site says of itself, in no format. */
export interface ExportSource {
  readonly facts: CookieFacts;
  /** The host of the site, those above it, and other domains of its own: those that its cookies may belong to. */
  readonly hosts: readonly string[];
  /** The codes of ISO 3166 for each jurisdiction of the facts; none where it has no code. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  /** Those of its languages that are written from right to left. */
  readonly rightToLeft: readonly string[];
  /** `null` where the site does not honour Global Privacy Control. */
  readonly gpc: { readonly lastUpdate: string | null } | null;
  /** Absolute addresses of the cookie policy and of the privacy policy, by language. */
  readonly links: Readonly<Record<string, SiteLinks>>;
  /** What providers disclose themselves as vendors of the IAB's framework, by their ids. */
  readonly disclosed: Readonly<Record<string, DisclosedByVendor>>;
}

interface DisclosedByVendor {
  readonly vendor: VendorDisclosure;
  /** Of each of its cookies in the facts, in their order; none where it discloses nothing of one. */
  readonly cookies: readonly (readonly Disclosure[])[];
}

interface SiteLinks {
  readonly policy: string | null;
  readonly privacy: string | null;
}

/** What can be lost in a foreign format, by rule id. */
export const exportRules = {
  "not-erasable": "A banner cannot take away what a visitor may refuse: it stays after a refusal.",
  "not-exportable": "A format cannot say what the registry says, or a banner cannot do it.",
} as const;

/** What a format cannot say, or a banner cannot do. */
export interface Loss {
  readonly rule: keyof typeof exportRules;
  /** What is, then what was expected; as the message of a diagnostic. */
  readonly message: string;
  /** Absent where it concerns the whole site. */
  readonly cookie?: { readonly provider: string; readonly name: string };
}

/** A file in a foreign format. */
export interface Exported {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** Writes one foreign format. */
export interface Exporter {
  readonly id: ExportFormat;
  /** As a message lists it. */
  readonly title: string;
  readonly extension: "js" | "json" | "csv";
  /** What a file is about: a site in all its languages or in the first alone, or one provider of it. */
  readonly unit: "site" | "language" | "provider";
  /** Fails with `undefined` where the site says nothing that the format could hold; `missing` says what it would need. */
  readonly write: (source: ExportSource) => Exported | undefined;
  readonly missing?: string;
}

/** A source in which nothing but one provider is left. */
export const ofProvider = (source: ExportSource, id: string): ExportSource => ({
  ...source,
  facts: {
    ...source.facts,
    providers: source.facts.providers.filter((provider) => provider.id === id),
    cookies: source.facts.cookies.filter(({ provider }) => provider === id),
  },
});
