/** Placeholders that a pattern of `terms.yaml` must hold, by the pattern's key. */
export const patternPlaceholders = {
  functionWithLocations: ["function", "locations"],
  functionInBracketsWithLocations: ["function", "locations"],
  tableCaption: ["category"],
  dataRetention: ["duration"],
  dataRetentionUntil: ["criterion"],
  exempt: ["exemption"],
  legalBasis: ["basis"],
  transfer: ["country", "safeguard"],
  privacyPolicyOf: ["provider"],
  optOutOf: ["provider"],
  subprocessorsOf: ["provider"],
  forPlaces: ["places", "sentence"],
  inPlaces: ["places"],
  law: ["law"],
  answer: ["duration"],
  answerExtended: ["duration", "extension"],
  contact: ["title", "name"],
  complaintToController: ["route"],
  acknowledged: ["duration"],
  ownNameWithPlace: ["name", "place"],
  documentTitle: ["title", "site"],
  downloadPdf: ["size"],
} as const;

/** As `patternPlaceholders`, for the keys of `durations`. */
export const durationPlaceholders = {
  session: [],
  persistent: [],
  notStated: [],
  range: ["minimum", "maximum"],
  sessionOr: ["duration"],
  upTo: ["duration"],
  byDefault: ["duration"],
  afterLastActivity: ["duration"],
  selfRenewing: ["duration"],
} as const;

/** Whole sentences of the page that hold no placeholder. */
export const sentences = [
  "rights",
  "neutralRights",
  "limits",
  "complain",
  "report",
  "complainAnywhere",
  "anyAuthority",
  "exceptions",
  "varyingNames",
] as const;

/** What a consent banner says; `serviceCounter` follows a number and may be two forms, such as `service|services`. */
export const bannerTexts = [
  "consentTitle",
  "consentDescription",
  "revisionMessage",
  "acceptAll",
  "rejectAll",
  "manage",
  "preferencesTitle",
  "save",
  "close",
  "serviceCounter",
  "privacyPolicy",
] as const;

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
  "nobody",
  "notStated",
  "setsNoCookies",
  "runBySite",
  "refuse",
  "moreInformation",
  "firstParty",
  "thirdParty",
  "settings",
  "object",
  "summary",
  "category",
  "count",
  "longest",
] as const;
