/** What a law asks before something is stored or read, from the least to the most. */
export const asked = ["none", "notice", "opt-out", "opt-in"] as const;

/** In the order of the page. Complaints are no rights here: a jurisdiction lists them by addressee. */
export const rights = [
  "know",
  "access",
  "copy",
  "copy-of-safeguards",
  "know-recipients",
  "rectification",
  "erasure",
  "anonymisation-or-blocking",
  "restriction",
  "suspension",
  "portability",
  "objection",
  "objection-direct-marketing",
  "opt-out-of-sale",
  "opt-out-of-sharing",
  "opt-out-of-targeted-advertising",
  "opt-out-of-profiling",
  "limit-sensitive",
  "not-solely-automated",
  "human-review",
  "explanation",
  "de-indexing",
  "withdrawal",
  "withdrawal-for-the-future",
  "non-discrimination",
  "appeal",
  "damages",
  "nominate",
] as const;

/** Whom a page names, by the title that the law gives them. */
export const contacts = [
  "controller",
  "dpo",
  "representative",
  "person-in-charge",
  "encarregado",
  "privacy-officer",
  "information-officer",
  "contact-person",
] as const;

/** What a transfer leaves; `none` where the law has no rule on transfers. */
export const areas = ["eea", "uk", "switzerland", "quebec", "abroad", "none"] as const;

/** On which an exemption hangs. */
export const exemptionConditions = [
  "sole-purpose",
  "own-account",
  "not-shared",
  "not-combined",
  "one-site",
  "no-channels",
  "aggregate-only",
  "address-masked",
  "needed-for-service",
  "little-privacy-impact",
  "chosen-by-visitor",
  "short-lived",
  "information",
  "objection",
] as const;

/** What a page, or a notice to which it leads, has to say or to do. */
export const duties = [
  "purposes",
  "durations",
  "recipients",
  "recipients-named",
  "countries",
  "retention",
  "legal-basis",
  "profiling",
  "withdrawal-means",
  "refusal-means",
  "activation-means",
  "opt-out-link",
  "opt-out-beyond-banner",
  "limit-link",
  "signal-processing",
  "signal-display",
  "sold-or-shared",
  "external-transmission-list",
  "complaint-route",
  "privacy-policy-link",
  "footer-link",
  "plain-language",
  "date",
  "yearly-review",
  "change-notice",
] as const;

/** `A`: the text itself or a quotation of it was read; `B`: an authority's or a good secondary report of it. */
export const certainties = ["A", "B"] as const;

export const sourceKinds = ["law", "judgment", "decision", "guidance"] as const;

/** In what capacity a provider uses the data (GDPR, articles 4 and 26). */
export const roles = ["processor", "controller", "joint-controller"] as const;

/** Why data may be used at all (GDPR, article 6(1)). */
export const legalBases = [
  "consent",
  "contract",
  "legal-obligation",
  "public-task",
  "vital-interests",
  "legitimate-interest",
] as const;
