import { expect, test } from "vitest";
import { lintExample } from "./example.ts";

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

test("the record of a choice may last longer than others, and not for ever", () => {
  const periods = ["5 years", "6 years", "30 years"];
  expect(reported("duration-excessive", ["EU"], choice, periods)).toEqual(["6 years", "30 years"]);
  expect(reported("consent-record-long", ["ES"], choice, ["3 years", "30 years"])).toEqual([
    "3 years",
  ]);
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

test("the record of a choice is excessive after five years, measurement by its own rule where a law gives a figure", () => {
  const periods = ["60 months", "61 months"];
  expect(reported("duration-excessive", ["EU"], choice, periods)).toEqual(["61 months"]);
  expect(reported("duration-excessive", ["FR"], measurement, ["9 years"])).toEqual([]);
});

test("exempt measurement is long where no law gives a figure", () => {
  const periods = ["13 months", "14 months", "3 years"];
  expect(reported("duration-excessive", ["ES"], measurement, periods)).toEqual(periods.slice(1));
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

test("the record of a choice may be kept for 24 months in Spain, for six in France, and should be for six in Italy", () => {
  const periods = ["session", "180 days", "181 days", "6 months", "2 years", "732 days"];
  expect(reported("consent-record-long", ["ES"], choice, periods)).toEqual(["732 days"]);
  expect(reported("consent-record-short", ["IT"], choice, periods)).toEqual([
    "session",
    "180 days",
  ]);
  expect(reported("consent-record-long", ["FR"], choice, periods)).toEqual(["2 years", "732 days"]);
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

test("a duration is vague that has no end, or none that can be relied on", () => {
  const definite = ["session", "1 year", "30 minutes after last activity"];
  const vague = ["up to 1 year", "1 year by default"];
  for (const jurisdiction of ["EU", "UK", "BR"])
    expect(reported("duration-vague", [jurisdiction], protection, [...definite, ...vague])).toEqual(
      vague,
    );
  expect(reported("duration-vague", ["UK"], protection, ["persistent"])).toEqual(["persistent"]);
});

test("one rule alone reports a duration, that which says most of it", () => {
  expect(reported("duration-excessive", ["EU"], protection, ["persistent"])).toEqual([
    "persistent",
  ]);
  expect(reported("duration-vague", ["EU"], protection, ["persistent"])).toEqual([]);
  expect(reported("duration-excessive", ["EU"], login, ["up to 2 years"])).toEqual([]);
  expect(reported("duration-vague", ["EU"], login, ["up to 2 years"])).toEqual([]);
  expect(reported("authentication-persistent", ["EU"], login, ["up to 2 years"])).toEqual([
    "up to 2 years",
  ]);
});
