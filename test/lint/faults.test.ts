import { expect, test } from "vitest";
import { exampleCookie, exampleProvider, exampleSite } from "../../src/lint/examples/example.ts";
import { lintExample } from "./example.ts";

type Cookie = Parameters<typeof exampleCookie>[1];
type Provider = Parameters<typeof exampleProvider>[0];
type Site = Parameters<typeof exampleSite>[0];

/** A service of somebody else, in whose facts nothing is wrong. */
const service: Provider = {
  name: "Counter",
  entity: "Counter Ltd",
  country: "IE",
  privacyPolicy: "https://counter.example/privacy",
  dataRetention: "6 months",
  reviewed: "2026-11-01",
};

const own: Provider = { operator: "site", recipients: undefined, transfers: undefined };

const exempt: Cookie = {
  function: "visitor-recognition",
  purposes: "[measure-audience]",
  exemption: "audience-measurement",
  duration: "12 months",
  selfRenewing: "false",
  dataRetention: "18 months",
};

const ads: Cookie = {
  function: "ad-delivery",
  purposes: "[show-ads]",
  duration: "180 days",
  domain: "ads.counter.example",
};

const appearance: Cookie = {
  function: "display-settings",
  purposes: "[remember-display]",
  exemption: "interface-customisation",
  duration: "12 months",
};

const person = "{ BR: { name: A, email: a@a.example }, CA-QC: { name: A, email: a@a.example } }";

interface Fault {
  readonly place: string;
  readonly cookie?: Cookie;
  readonly provider?: Provider;
  readonly site?: Site;
}

/** What is found in a site of one place with one fault, as "severity rule". */
function find({ place, cookie = {}, provider = service, site = {} }: Fault): string[] {
  const files = {
    ...exampleSite({
      name: "Harbour",
      jurisdictions: `["${place}"]`,
      personInCharge: person,
      languages: place === "BR" ? "[pt-BR]" : place === "CA-QC" ? "[fr]" : "[en]",
      ...site,
    }),
    ...exampleProvider(provider, [exampleCookie("seen", cookie), exampleCookie("choice")]),
  };
  return lintExample(files).map(({ severity, rule }) => `${severity} ${rule}`);
}

test.each<[string, string, Fault]>([
  [
    "statistics without consent",
    "warning statistics-exempt",
    { place: "AT", cookie: exempt, provider: own },
  ],
  [
    "the same in a union",
    "warning statistics-exempt",
    { place: "EU", cookie: exempt, provider: own },
  ],
  [
    "exempt statistics shared, by guidance",
    "warning exempt-statistics-shared",
    { place: "FR", cookie: exempt },
  ],
  [
    "exempt statistics with a recipient, by law",
    "error exempt-statistics-shared",
    { place: "UK", cookie: exempt, provider: { ...service, recipients: "[Big Corp]" } },
  ],
  [
    "exempt statistics on a host of others",
    "error exempt-statistics-shared",
    {
      place: "UK",
      cookie: { ...exempt, domain: "m.counter.example" },
      provider: { ...service, role: "processor" },
    },
  ],
  [
    "exempt statistics that record visits",
    "warning exempt-statistics-other-function",
    { place: "FR", cookie: { ...exempt, function: "session-recording" }, provider: own },
  ],
  [
    "exempt statistics that ask for opinions",
    "warning exempt-statistics-other-function",
    {
      place: "ES",
      cookie: { ...exempt, purposes: "[measure-audience, collect-opinions]" },
      provider: own,
    },
  ],
  [
    "exempt statistics of channels",
    "warning exempt-statistics-other-function",
    { place: "FR", cookie: { ...exempt, purposes: "[find-traffic-sources]" }, provider: own },
  ],
  [
    "exempt statistics for three years",
    "warning exempt-statistics-long",
    { place: "FR", cookie: { ...exempt, duration: "3 years" }, provider: own },
  ],
  [
    "the same where no figure is known",
    "warning duration-excessive",
    { place: "ES", cookie: { ...exempt, duration: "3 years" }, provider: own },
  ],
  [
    "an appearance without objection",
    "error objection-missing",
    { place: "UK", cookie: appearance, provider: own, site: { objection: undefined } },
  ],
  [
    "an appearance that somebody else uses",
    "warning appearance-shared",
    { place: "UK", cookie: appearance },
  ],
  [
    "retargeting as security",
    "warning exemption-unfit",
    {
      place: "EU",
      cookie: {
        function: "retargeting",
        purposes: "[prevent-fraud]",
        exemption: "security",
        duration: "session",
      },
      provider: own,
    },
  ],
  [
    "a map as user input",
    "warning exemption-unfit",
    {
      place: "EU",
      cookie: {
        function: "interactive-map",
        purposes: "[show-external-content]",
        exemption: "user-input",
        duration: "session",
      },
    },
  ],
  [
    "recommendations in a session",
    "warning exempt-with-other-purpose",
    {
      place: "EU",
      cookie: {
        function: "session-keeping",
        purposes: "[remember-user, recommend-content]",
        category: "necessary",
        duration: "session",
      },
      provider: own,
    },
  ],
  [
    "an exemption of another place",
    "warning exemption-unrecognised",
    {
      place: "DE",
      cookie: {
        function: "article-metering",
        purposes: "[count-free-articles]",
        duration: "30 days",
      },
      provider: own,
    },
  ],
  [
    "robots told by somebody else",
    "warning necessary-third-party",
    {
      place: "EU",
      cookie: {
        storage: "local-storage",
        function: "bot-detection",
        purposes: "[tell-people-from-robots]",
        duration: "persistent",
      },
    },
  ],
  [
    "an advertiser without a country",
    "warning country-missing",
    {
      place: "EU",
      cookie: { ...ads, domain: undefined },
      provider: { ...service, country: undefined, transfers: undefined },
    },
  ],
  [
    "a tracker that nobody stands behind",
    "warning provider-unnamed-controller",
    {
      place: "EU",
      cookie: { ...exempt, exemption: undefined, domain: "c.example" },
      provider: { ...service, entity: undefined, privacyPolicy: undefined },
    },
  ],
  [
    "an advertising cookie for ten years",
    "note marketing-long",
    { place: "EU", cookie: { ...ads, duration: "10 years" } },
  ],
  [
    "the same in other storage",
    "note marketing-long",
    { place: "EU", cookie: { ...ads, storage: "local-storage", duration: "10 years" } },
  ],
  [
    "settings at a browser's maker",
    "warning browser-instructions-only",
    { place: "EU", cookie: ads, site: { preferences: "https://www.google.com/chrome/privacy" } },
  ],
  [
    "settings at the advertising trade",
    "warning browser-instructions-only",
    { place: "FR", cookie: ads, site: { preferences: "https://www.youronlinechoices.com/fr" } },
  ],
  [
    "an objection at a browser's maker",
    "warning browser-instructions-only",
    { place: "UK", cookie: ads, site: { objection: "https://support.mozilla.org/kb/cookies" } },
  ],
  [
    "an opt-out that is the banner, by language",
    "warning opt-out-only-banner",
    { place: "US-CA", cookie: ads, site: { optOut: "{ en: https://example.example/#cookies }" } },
  ],
  [
    "clauses of another law",
    "warning safeguard-unrecognised",
    {
      place: "UK",
      cookie: ads,
      provider: {
        ...service,
        country: "US",
        transfers: "\n  - country: US\n    safeguard: standard-contractual-clauses",
      },
    },
  ],
  [
    "a framework for the wrong country",
    "error safeguard-unrecognised",
    {
      place: "EU",
      cookie: ads,
      provider: {
        ...service,
        country: "IN",
        transfers: "\n  - country: IN\n    safeguard: data-privacy-framework",
      },
    },
  ],
  [
    "an adequacy that nobody decided",
    "error adequacy-undecided",
    {
      place: "EU",
      cookie: ads,
      provider: {
        ...service,
        country: "CN",
        transfers: "\n  - country: CN\n    safeguard: adequacy-decision",
      },
    },
  ],
  [
    "a person in charge who cannot be reached",
    "warning person-in-charge-missing",
    { place: "CA-QC", cookie: ads, site: { personInCharge: "{ CA-QC: { name: A. Person } }" } },
  ],
  [
    "a controller in the USA",
    "note representative-missing",
    {
      place: "EU",
      cookie: ads,
      site: {
        controller: '{ name: A, address: [1 Quay, "Boston, MA 02110, USA"], email: a@a.example }',
      },
    },
  ],
  [
    "a page that says no basis and leads nowhere",
    "note privacy-notice-unlinked",
    { place: "EU", cookie: ads, site: { privacyPolicy: undefined } },
  ],
  [
    "a weaker choice than the law's",
    "error consent-weaker-than-law",
    { place: "EU", cookie: ads, site: { consent: "opt-out" } },
  ],
  [
    "words that make no name",
    "warning recipients-vague",
    {
      place: "EU",
      cookie: ads,
      provider: { ...service, recipients: "[Selected Business Partners]" },
    },
  ],
  [
    "a service abroad that names nobody",
    "note external-transmission-incomplete",
    { place: "JP", cookie: ads, provider: { ...service, entity: undefined } },
  ],
])("%s: %s", (_, expected, fault) => {
  expect(find(fault)).toContain(expected);
});

test("what a site claims of a cookie of the catalogue is judged by what the catalogue says of it", () => {
  const pick =
    '\n  - example\n  - id: google-analytics\n    override:\n      "_ga":\n        exemption: audience-measurement';
  const found = lintExample(exampleSite({ jurisdictions: "[FR]", providers: pick })).filter(
    ({ rule }) => rule.startsWith("exempt-statistics"),
  );
  expect(found.map(({ rule }) => rule)).toContain("exempt-statistics-long");
  expect(new Set(found.map(({ location: { line } }) => line)).size).toBe(1);
});

test("a recipient abroad contradicts that no data goes there", () => {
  const found = lintExample({
    ...exampleSite({}),
    ...exampleProvider({ ...service, recipients: "[far]", transfers: "[]" }, [
      exampleCookie("sid"),
      exampleCookie("choice"),
    ]),
    "data/providers/far.yaml":
      "name: Far\ncountry: US\ntransfers: []\nrecipients: []\ncookies: []\n",
  });
  expect(found.map(({ rule }) => rule)).toContain("transfer-missing");
});

test("one slip is one report", () => {
  const withoutPurposes = lintExample(
    exampleProvider({}, [
      exampleCookie("sid", { purposes: undefined, category: "necessary" }),
      exampleCookie("choice"),
    ]),
  );
  expect(withoutPurposes.map(({ rule }) => rule)).toEqual(["purpose-missing"]);
});
