/** A cookie of a kind of provider: the end of its name, and what the registry says of it. */
export interface Part {
  readonly name: string;
  readonly function: string;
  readonly purposes: readonly string[];
  readonly durations: readonly string[];
  readonly storage?: string;
  readonly exemption?: string;
  readonly condition?: string;
  readonly locations?: readonly string[];
}

/** What providers of a kind have in common. */
export interface Kind {
  readonly id: string;
  /** Whether its cookies are set on a domain of its own. */
  readonly thirdParty: boolean;
  readonly parts: readonly Part[];
}

const part = (
  name: string,
  does: string,
  purposes: string,
  durations: string,
  more: Partial<Part> = {},
): Part => ({
  name,
  function: does,
  purposes: purposes.split(" "),
  durations: durations.split("; "),
  ...more,
});

const front = { locations: ["front-office"] };
const both = { locations: ["front-office", "back-office"] };
const session = "session";
const months = "6 months; 12 months; 13 months; up to 13 months; 12 months by default";

/** Ids are those of the package's functions, purposes, conditions and locations. */
export const kinds: readonly Kind[] = [
  {
    id: "portal",
    thirdParty: false,
    parts: [
      part("session", "session-keeping", "remember-user", session, front),
      part("login", "authentication", "check-identity", "session; 2 hours", {
        ...both,
        condition: "logged-in",
      }),
      part("csrf", "form-protection", "verify-requests", "session; 2 hours", both),
      part("api", "api-protection", "retrieve-api-data", "up to 12 months; session", both),
      part("node", "load-balancing", "distribute-requests", session),
      part("consent", "consent-choices", "remember-cookie-preferences", "6 months", {
        condition: "choice-made",
      }),
      part("objection", "objection-record", "respect-objection", "13 months; 6 months"),
      part("language", "language-selection", "remember-language", "12 months; 1 year", {
        condition: "multilingual-site",
      }),
      part("theme", "display-settings", "remember-display", "persistent; 12 months", {
        storage: "local-storage",
      }),
      part("contrast", "accessibility-settings", "remember-display", "6 months; persistent"),
      part("saved", "saved-items", "remember-saved-items", "persistent", {
        storage: "indexed-db",
        locations: ["front-office", "account-area"],
      }),
      part("notice_*", "notice-dismissal", "remember-dismissed-notices", "30 days; 14 days"),
    ],
  },
  {
    id: "shop",
    thirdParty: false,
    parts: [
      part("cart", "shopping-cart", "keep-cart", "session; 2 days", { condition: "cart-used" }),
      part("cart_items", "shopping-cart", "keep-cart", "session; 2 days", {
        condition: "cart-used",
      }),
      part("step", "checkout", "process-order", session, {
        storage: "session-storage",
        locations: ["checkout"],
      }),
      part("fraud_*", "fraud-prevention", "prevent-fraud", "2 years; 90 days", {
        locations: ["checkout", "account-area"],
      }),
      part("currency", "currency-selection", "remember-region", "12 months; 30 days"),
      part("region", "region-selection", "remember-region", "12 months; 30 days"),
      part("form", "form-entries", "keep-form-entries", "session; 24 hours", {
        condition: "form-submitted",
        locations: ["contact-forms"],
      }),
    ],
  },
  {
    id: "metrics",
    thirdParty: false,
    parts: [
      part("visitor", "audience-measurement", "measure-audience", months, {
        ...front,
        exemption: "audience-measurement",
      }),
      part("id", "visitor-recognition", "measure-audience", months, front),
      part("visit_*", "audience-measurement", "measure-audience", "30 minutes; 24 hours", front),
      part("page_*", "click-map", "analyse-page-use", "30 minutes after last activity", front),
      part("source", "traffic-source-detection", "find-traffic-sources", "6 months; 90 days"),
      part("record_*", "session-recording", "analyse-page-use find-technical-problems", months),
      part("version_*", "ab-testing", "compare-page-versions", "30 days by default; 90 days"),
      part("speed", "performance-measurement", "find-technical-problems", "session; 1 day"),
      part("errors", "error-reporting", "find-technical-problems", "persistent", {
        storage: "local-storage",
      }),
      part("survey", "survey", "collect-opinions", "30 days; 6 months", front),
    ],
  },
  {
    id: "ads",
    thirdParty: true,
    parts: [
      part("uid", "identifier-syncing", "recognise-across-sites", "390 days; 13 months"),
      part("sync_*", "identifier-syncing", "recognise-across-sites", "14 days; 30 days"),
      part("profile", "interest-profiling", "profile-interests show-personalised-ads", months),
      part("seen_*", "frequency-capping", "limit-ad-repetition", "7 days; 24 hours"),
      part("auction", "ad-auction", "show-ads", "10 minutes; 1 hour"),
      part("show", "ad-delivery", "show-ads show-personalised-ads", "90 days; 6 months"),
      part("again", "retargeting", "show-personalised-ads", "90 days; 180 days"),
      part("click_*", "conversion-measurement", "measure-ads", "90 days; 30 days"),
      part("referral", "affiliate-tracking", "measure-ads", "30 days; 45 days"),
      part("contact", "contact-tracking", "profile-interests", "2 years; 13 months"),
      part("p.gif", "conversion-measurement", "measure-ads", session, { storage: "pixel" }),
    ],
  },
  {
    id: "video",
    thirdParty: true,
    parts: [
      part("player", "media-player", "play-media", session, { condition: "video-played" }),
      part("volume", "media-player", "play-media", "persistent; 30 days", {
        storage: "local-storage",
        condition: "video-played",
      }),
      part("segments", "media-player", "play-media", "persistent", {
        storage: "cache-storage",
        condition: "video-played",
      }),
      part("embed", "embedded-content", "show-external-content", "8 months; 6 months"),
      part("next_*", "content-recommendation", "recommend-content", "180 days; 90 days"),
      part("share", "social-sharing", "share-on-social-networks", "13 months; 90 days"),
    ],
  },
  {
    id: "chat",
    thirdParty: true,
    parts: [
      part("talk", "live-chat", "hold-conversation", session, { condition: "chat-opened" }),
      part("talk_*", "live-chat", "hold-conversation", "session; 24 hours", {
        condition: "chat-opened",
        locations: ["help-centre"],
      }),
      part("robot", "bot-detection", "tell-people-from-robots", "30 minutes; 1 day"),
      part("shield_*", "attack-protection", "prevent-attacks", "30 minutes; 1 year"),
      part("push", "push-notifications", "show-external-content", "6 months; 1 year"),
      part("map", "interactive-map", "show-external-content", "session; 6 months"),
    ],
  },
];
