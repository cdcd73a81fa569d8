import type { Category, Exemption, ProviderKind, Storage } from "../vocabulary/vocabulary.ts";
import type { GoogleConsentType } from "../registry/consent-signals.ts";
import type { Asked } from "../registry/site-law.ts";
import type { Party } from "../vocabulary/party.ts";
import type { Bound } from "../vocabulary/duration.ts";

/** What a site stores on the devices of its visitors: facts by ids, and the words of each in every language of the site. */
export interface CookieFacts {
  /** Of this shape; it changes where a reader of the last one would err. */
  readonly version: 1;
  /** A hash of the facts, without words and dates: where it is the same, so is what is stored. */
  readonly revision: string;
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    /** When the policy was last changed, as `2026-11-28`. */
    readonly updated: string | null;
  };
  readonly controller: string | null;
  /** Where the visitors are: ids of jurisdictions. */
  readonly jurisdictions: readonly string[];
  /** BCP 47; the first is the default. */
  readonly languages: readonly string[];
  /** Only those in use, from the least to the most intrusive. */
  readonly categories: readonly CategoryFacts[];
  /** In the order in which the site lists them. */
  readonly providers: readonly ProviderFacts[];
  readonly cookies: readonly CookieFact[];
  /** By language. */
  readonly words: Readonly<Record<string, WordsOfFacts>>;
}

interface CategoryFacts {
  readonly id: Category;
  /** How the site asks for them, by place where the places differ. */
  readonly consent: readonly {
    readonly model: Asked;
    /** The jurisdiction where it is so; `null`: everywhere. */
    readonly jurisdiction: string | null;
    /** The site states it; else it is what the law asks. */
    readonly declared: boolean;
  }[];
}

export interface ProviderFacts {
  readonly id: string;
  readonly name: string;
  /** What it is for. */
  readonly kind: ProviderKind | null;
  /** Its legal name. */
  readonly entity: string | null;
  /** ISO 3166-1. */
  readonly country: string | null;
  /** The hosts by which it is recognised. */
  readonly domains: readonly string[];
  /** Software that the site runs itself. */
  readonly runBySite: boolean;
  /** Who else gets the data: ids of providers, or names; empty for nobody, `null` where it is not stated. */
  readonly recipients: readonly string[] | null;
  readonly transfers: readonly { readonly country: string; readonly safeguard: string | null }[];
  /** Its privacy policy, by language or under `default`. */
  readonly privacyPolicy: Readonly<Record<string, string>>;
  readonly optOut: Readonly<Record<string, string>>;
  /** Addresses of the documents that say so. */
  readonly sources: readonly string[];
}

/** One name, or one pattern of names. */
export interface CookieFact {
  readonly provider: string;
  /** A literal, or a pattern in which `*` stands for any run of characters. */
  readonly name: string;
  /** The same as a regular expression. */
  readonly regex: string;
  readonly storage: Storage;
  readonly party: Party;
  /** No script can read or erase it. */
  readonly httpOnly: boolean;
  /** The host that it belongs to; `null` for that of the site. */
  readonly domain: string | null;
  readonly category: Category;
  /** Whether it is set only after consent, somewhere. */
  readonly consent: "required" | "not-required";
  /** Set without asking, and not once the visitor has refused it, somewhere. */
  readonly refusable: boolean;
  /** The criterion under which none is asked. */
  readonly exemption: Exemption | null;
  readonly function: string | null;
  readonly purposes: readonly string[];
  /** What the registry says of it in words of its own, by language; `null` where it says nothing. */
  readonly description: Readonly<Record<string, string>> | null;
  /** Purposes of the IAB's Transparency and Consent Framework. */
  readonly tcf: readonly number[];
  /** Types of Google's consent mode. */
  readonly google: readonly GoogleConsentType[];
  readonly locations: readonly string[];
  readonly condition: string | null;
  readonly duration: DurationFacts | null;
  /** Every visit starts the duration anew. */
  readonly renewed: boolean;
  /** How long what it collects is kept. */
  readonly dataRetention:
    DurationFacts | { readonly kind: "until"; readonly criterion: string } | null;
  /** Who else gets the data: ids of providers, or names; empty for nobody, `null` where it is not stated. */
  readonly recipients: readonly string[] | null;
  /** Addresses of the documents that say so, besides those of the provider. */
  readonly sources: readonly string[];
}

export interface DurationFacts {
  /** As the registry writes it. */
  readonly text: string;
  readonly kind: "session" | "persistent" | "not-stated" | "length";
  /** How a length is meant; none: exactly. */
  readonly bounds: readonly Bound[];
  /** ISO 8601, of a length. */
  readonly iso: string | null;
  /** At most, of a length. */
  readonly seconds: number | null;
  /** The shortest of a range. */
  readonly minimum: { readonly iso: string; readonly seconds: number } | null;
  /** In some cases it ends with the session instead. */
  readonly orSession: boolean;
}

/** The words of one language, by id; only of what is used. */
export interface WordsOfFacts {
  readonly title: string;
  readonly categories: Readonly<
    Record<string, { readonly name: string; readonly description: string }>
  >;
  readonly functions: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly locations: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, string>>;
  readonly exemptions: Readonly<Record<string, string>>;
  readonly storages: Readonly<Record<string, string>>;
  /** The headings of tables. */
  readonly columns: Readonly<Record<string, string>>;
  readonly banner: BannerWords;
  /** By the `text` of a duration. */
  readonly durations: Readonly<Record<string, string>>;
  /** Of durations that every visit starts anew. */
  readonly renewedDurations: Readonly<Record<string, string>>;
}

/** What a consent banner says. */
interface BannerWords {
  readonly consentTitle: string;
  readonly consentDescription: string;
  /** To a visitor whose last choice was about other facts. */
  readonly revisionMessage: string;
  readonly acceptAll: string;
  readonly rejectAll: string;
  readonly manage: string;
  readonly preferencesTitle: string;
  readonly save: string;
  readonly close: string;
  /** Follows a number; may be two forms, such as `service|services`. */
  readonly serviceCounter: string;
  readonly privacyPolicy: string;
}
