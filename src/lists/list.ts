import type { Place } from "../diagnostic.ts";
import type { Disclosure, VendorDisclosure } from "../registry/providers/disclosure.ts";
import type { Party } from "../vocabulary/party.ts";
import type { Category, Storage } from "../vocabulary/vocabulary.ts";
import type { ListRule } from "./list-rules.ts";
import type { ListText } from "./list-text.ts";

/** What a list says of one or more things that a browser keeps, as it says it. */
export interface ListRow {
  readonly names: ListText;
  /** What else it calls them, in words. */
  readonly title?: ListText | undefined;
  readonly duration?: ListText | undefined;
  /** The unit of a duration that is a number alone, as the head says it. */
  readonly durationUnit?: string | undefined;
  /** Every visit starts the duration anew. */
  readonly isRenewed?: boolean;
  readonly purpose?: ListText | undefined;
  readonly storage?: ListText | undefined;
  /** Of storage, of party or of category: what lists call the type of a cookie. */
  readonly type?: ListText | undefined;
  readonly category?: ListText | undefined;
  /** Who sets it: a name, or hosts. */
  readonly provider?: ListText | undefined;
  readonly host?: ListText | undefined;
  readonly party?: ListText | undefined;
  /** The vendor that tells of it, wherever it is kept. */
  readonly vendor?: ListedVendor | undefined;
  /** What the vendor discloses of it, in the terms of the IAB's framework. */
  readonly disclosed?: Disclosure | undefined;
  /** The name is one, as the browser has it; only `*` stands for what differs. */
  readonly isExact?: boolean;
  /** The address of the provider's privacy policy. */
  readonly policy?: ListText | undefined;
  /** What stands above it: the nearest first. */
  readonly headings: readonly ListText[];
}

/** A vendor whose file a list is. */
export interface ListedVendor {
  /** A host of it; absent where no domain is its own. */
  readonly host: string | undefined;
  /** What it is called where it has no host. */
  readonly name: string;
  /** What it discloses beside what browsers keep; absent where the file is not its own disclosure. */
  readonly disclosed: VendorDisclosure | undefined;
}

/** Something wrong at a place of a list. */
export interface ListFault {
  readonly at: ListText;
  readonly rule: ListRule | "invalid-csv" | "file-too-large";
  readonly message: string;
  readonly hint?: string;
  /** Absent: an error, for which nothing is written. */
  readonly severity?: "warning";
}

/** A list as its format has it. */
export interface ForeignList {
  readonly rows: readonly ListRow[];
  readonly faults: readonly ListFault[];
  /** The language that it says to be in. */
  readonly language?: string | undefined;
  /** Where it says to stand. */
  readonly url?: string | undefined;
  readonly siteName?: string | undefined;
  /** Its categories are another's proposal for any site, not what a site says. */
  readonly proposesCategories?: true;
}

/** A cookie as far as a list tells of it. */
export interface ListedCookie {
  /** A literal, or a pattern. */
  readonly name: string;
  readonly storage: Storage;
  /** Whether the list says where it is kept. */
  readonly saysStorage: boolean;
  /** As a registry writes it. */
  readonly duration: string | undefined;
  readonly isRenewed: boolean;
  readonly category: Category | undefined;
  readonly hosts: readonly string[];
  readonly party: Party | undefined;
  /** Who sets it, by name. */
  readonly provider: string | undefined;
  readonly vendor: ListedVendor | undefined;
  /** What the vendor discloses of it; several times where it says several things. */
  readonly disclosed: readonly Disclosure[];
  readonly policy: string | undefined;
  /** What else may name who sets it: what stands above it, its type and its description. */
  readonly mentions: readonly string[];
  /** What else the list says of it, which is no fact: a remark each. */
  readonly remarks: readonly string[];
  /** The description of it, in the words of the list. */
  readonly description: string | undefined;
  readonly place: Place;
}
