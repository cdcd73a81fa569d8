import { expect, test } from "vitest";
import { base, lintExample } from "./example.ts";

const provider = (cookies: string): string => `name: Example\nrecipients: []\ncookies:\n${cookies}`;

interface Kind {
  readonly function: string;
  readonly purposes: string;
  readonly exemption?: string;
}

const measurement: Kind = {
  function: "audience-measurement",
  purposes: "measure-audience",
  exemption: "audience-measurement",
};
const choice: Kind = {
  function: "consent-choices",
  purposes: "remember-cookie-preferences",
};
const protection: Kind = { function: "form-protection", purposes: "verify-requests" };
const login: Kind = { function: "authentication", purposes: "check-identity" };

/** Which of the durations, or of other periods, a rule reports of cookies of a kind. */
function reported(
  rule: string,
  jurisdictions: readonly string[],
  { function: id, purposes, exemption }: Kind,
  periods: readonly string[],
  key = "duration",
): string[] {
  const cookies = periods.map(
    (period, index) =>
      `  - name: "c${index}"\n    function: ${id}\n    purposes: [${purposes}]\n` +
      (exemption ? `    exemption: ${exemption}\n` : "") +
      `    ${key}: ${period}\n`,
  );
  const files = { "data/providers/example.yaml": provider(cookies.join("")) };
  return lintExample(files, { jurisdictions })
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ excerpt }) => excerpt.replace(/.*: /, ""));
}

test.each([
  ["session", "24 hours", "1 day by default", "30 minutes after last activity"],
  ["2 days", "2 weeks by default", "persistent"],
])("a day is still a session", (...periods) => {
  const over = periods.includes("persistent") ? periods : [];
  expect(reported("authentication-persistent", ["EU"], login, periods)).toEqual(over);
});

test("a criterion ends with the session only for its own cookies", () => {
  expect(reported("authentication-persistent", ["EU"], protection, ["2 days"])).toEqual([]);
});

test("a cookie that asks for consent is never excessive", () => {
  const { function: id, purposes } = measurement;
  expect(reported("duration-excessive", ["EU"], { function: id, purposes }, ["9 years"])).toEqual(
    [],
  );
});

test("twelve months are not yet excessive, in whatever unit", () => {
  const within = ["12 months", "1 year", "366 days", "52 weeks"];
  const over = ["367 days", "up to 13 months", "persistent"];
  expect(reported("duration-excessive", ["EU"], protection, [...within, ...over])).toEqual(over);
});

test("audience measurement and the record of a choice are excessive by their own rules only", () => {
  for (const kind of [measurement, choice])
    expect(reported("duration-excessive", ["EU"], kind, ["9 years"])).toEqual([]);
});

test("exempt audience measurement may stay for 13 months in France", () => {
  const over = ["398 days", "14 months", "up to 2 years", "persistent"];
  const periods = ["13 months", "397 days", ...over];
  expect(reported("exempt-statistics-long", ["FR"], measurement, periods)).toEqual(over);
});

test("what exempt audience measurement collects may be kept for 25 months in France", () => {
  const over = ["763 days", "26 months"];
  const periods = ["25 months", "2 years", "762 days", ...over];
  expect(
    reported(
      "exempt-statistics-data-kept-long",
      ["FR"],
      measurement,
      periods,
      "duration: 1 day\n    dataRetention",
    ),
  ).toEqual(over);
});

test("a visit may prolong its own cookie, but not the next visit's", () => {
  const periods = ["30 minutes after last activity", "13 months after last activity"];
  expect(reported("exempt-statistics-renewed", ["FR"], measurement, periods)).toEqual([
    "13 months after last activity",
  ]);
});

test("the record of a choice may be kept for 24 months in Spain and should be for six in Italy", () => {
  const periods = ["session", "180 days", "181 days", "6 months", "2 years", "732 days"];
  expect(reported("consent-record-long", ["ES"], choice, periods)).toEqual(["732 days"]);
  expect(reported("consent-record-short", ["IT"], choice, periods)).toEqual([
    "session",
    "180 days",
  ]);
  expect(reported("consent-record-over-six-months", ["FR"], choice, periods)).toEqual([
    "2 years",
    "732 days",
  ]);
});

test("the record of an objection may last", () => {
  const objection: Kind = { function: "objection-record", purposes: "respect-objection" };
  expect(reported("consent-record-long", ["ES"], objection, ["5 years"])).toEqual([]);
});

test.each([
  [["EU"], 1],
  [["EU", "UK"], 1],
  [["FR", "DE"], 1],
  [["EU", "FR"], 0],
  [["FR", "UK"], 0],
  [["UK"], 0],
])("a persistent language cookie is judged in %j as its law does", (jurisdictions, count) => {
  const language: Kind = {
    function: "language-selection",
    purposes: "remember-language",
    exemption: "interface-customisation",
  };
  const found = reported("interface-persistent", jurisdictions, language, ["12 months"]);
  expect(found.length).toBe(count);
});

/** The lines at which a rule reports something of cookies. */
const linesOf = (rule: string, cookies: string, jurisdictions: readonly string[]): string[] =>
  lintExample({ "data/providers/example.yaml": provider(cookies) }, { jurisdictions })
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ excerpt }) => excerpt.trim());

test("statistics are a purpose of exempt audience measurement, marketing is not", () => {
  const cookie = `  - name: "visitor"
    function: audience-measurement
    purposes:
      - measure-audience
      - measure-ads
    category: statistics
    exemption: audience-measurement
    duration: 6 months
`;
  expect(linesOf("exempt-with-other-purpose", cookie, ["EU"])).toEqual(["- measure-ads"]);
});

const choiceCookie = `  - name: "choice"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months
`;

test("a vague recipient is found at a cookie too, whatever its case and apostrophe, and a provider is none", () => {
  const site = base["data/sites/example.yaml"]!.replace("[en]", "[en, fr]");
  const cookie = choiceCookie.replace(
    "    duration",
    "    recipients:\n      - PARTENAIRES  de confiance\n      - partners\n      - Partners Ltd\n    duration",
  );
  const files = {
    "data/sites/example.yaml": site.replace("[example]", "[example, partners]"),
    "data/providers/example.yaml": provider(cookie),
    "data/providers/partners.yaml": provider(choiceCookie).replace("Example", "Partners"),
  };
  const found = lintExample(files, { jurisdictions: ["UK"] });
  expect(found.filter(({ rule }) => rule === "recipients-vague").map((d) => d.excerpt)).toEqual([
    "      - PARTENAIRES  de confiance",
  ]);
});

const necessaryOf = (domain: string) => `  - name: "node"
    function: load-balancing
    purposes: [distribute-requests]
    duration: session
    domain: ${domain}
`;

test("another host of the same site is no third party", () => {
  const found = (domain: string) => linesOf("necessary-third-party", necessaryOf(domain), ["EU"]);
  expect(found("cdn.example.example")).toEqual([]);
  expect(found("cdn.other.example")).toEqual(["domain: cdn.other.example"]);
});

test("a third party's cookie that asks for consent is nothing to explain", () => {
  const cookie = `  - name: "seen"
    function: ad-delivery
    purposes: [show-ads]
    duration: 7 days
    domain: ads.other.example
`;
  expect(linesOf("necessary-third-party", cookie, ["EU"])).toEqual([]);
});

test("statistics are exempt under no other criterion in Germany either", () => {
  const cookie = `  - name: "visitor"
    function: audience-measurement
    purposes: [measure-audience]
    exemption: security
    duration: 6 months
`;
  expect(linesOf("statistics-exempt", cookie, ["DE"])).toEqual(["exemption: security"]);
});

test("a cookie's own recipients do where its provider states none", () => {
  const cookies = `${choiceCookie.replace("    duration", "    recipients: []\n    duration")}  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
`;
  const files = {
    "data/providers/example.yaml": provider(cookies).replace("recipients: []\n", ""),
  };
  const found = lintExample(files, { jurisdictions: ["EU"] });
  expect(
    found.filter(({ rule }) => rule === "recipients-missing").map(({ excerpt }) => excerpt.trim()),
  ).toEqual(['- name: "sid"']);
});

/** The lines at which overlaps are found between the example's cookies and others, as the site picks them. */
function overlaps(others: string, picks: string): string[] {
  const files = {
    "data/sites/example.yaml": base["data/sites/example.yaml"]!.replace(
      "providers: [example]\n",
      `providers:\n  - example\n${picks}`,
    ),
    "data/providers/others.yaml": provider(others).replace("Example", "Others"),
  };
  return lintExample(files, { jurisdictions: ["CH"] })
    .filter(({ rule }) => rule === "overlapping-patterns")
    .map(({ excerpt }) => excerpt);
}

const visitor = (rest = "") => `  - name: "s*"
    function: audience-measurement
    purposes: [measure-audience]
    duration: 6 months
${rest}`;

test("cookies overlap as the site uses them: those it picks, changed as it says", () => {
  expect(overlaps(visitor(), "  - others\n")).toEqual(["  - others"]);
  const chosen = visitor() + choiceCookie.replace("choice", "other");
  expect(overlaps(chosen, '  - { id: others, only: ["other"] }\n')).toEqual([]);
  const changed = '  - id: others\n    override: { "s*": { category: necessary } }\n';
  expect(overlaps(visitor(), changed)).toEqual([]);
});

test("names of different storages or hosts never overlap", () => {
  expect(overlaps(visitor("    storage: local-storage\n"), "  - others\n")).toEqual([]);
  expect(overlaps(visitor("    domain: others.example\n"), "  - others\n")).toEqual([]);
  expect(overlaps(visitor("    domain: www.example.example\n"), "  - others\n")).toEqual([
    "  - others",
  ]);
});

test("a cookie of another storage is not mixed with a pattern, nor is one without purposes", () => {
  const cookies = `  - name: "ex_*"
    function: attack-protection
    purposes: [prevent-attacks]
    duration: session
  - name: "ex_sid"
    storage: session-storage
    function: authentication
    purposes: [check-identity]
    duration: session
  - name: "ex_new"
    category: unclassified
    duration: session
`;
  expect(linesOf("pattern-mixes-purposes", cookies, ["CH"])).toEqual([]);
});
