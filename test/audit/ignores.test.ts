import { expect, test } from "vitest";
import { auditRules } from "../../src/audit/rules.ts";
import { days, see } from "../../src/audit/example.ts";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { auditExample, load } from "./example.ts";

const site = (comment: string) => `name: Example
url: https://example.example
languages: [en]
${comment}
providers: [example]
`;

const provider = (comment: string) => `name: Example
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
${comment}
    duration: session
`;

const files = (inSite: string, inProvider: string, more = {}) => ({
  "data/sites/example.yaml": site(inSite),
  "data/providers/example.yaml": provider(inProvider),
  ...more,
});

const drift = [see("sid", { lifetime: days(14) }), see("stray")];

const placesOf = (...words: Parameters<typeof auditExample>) =>
  auditExample(...words).map(
    ({ rule, severity, location: { file, line } }) => `${file}:${line} ${severity} ${rule}`,
  );

const stray = "# ignore undeclared-cookie: of an old page, gone by 2027";
const long = "    # ignore session-declared-but-persistent: agreed with the DPO";

test("ignores hide what they name", () => {
  expect(placesOf(files("# nothing", "    # nothing"), drift)).toEqual([
    "data/providers/example.yaml:7 error session-declared-but-persistent",
    "data/sites/example.yaml:5 error undeclared-cookie",
  ]);
  expect(placesOf(files(stray, long), drift)).toEqual([]);
});

test("one that hides nothing is a warning", () => {
  expect(placesOf(files(stray, long), [see("sid")])).toEqual([
    "data/providers/example.yaml:6 warning unused-ignore",
    "data/sites/example.yaml:4 warning unused-ignore",
  ]);
});

test("one is not judged where something may have gone unseen", () => {
  expect(placesOf(files(stray, long), [see("sid")], ["a gap"])).toEqual([]);
});

test("one is not judged where its rule was not run, for want of a phase", () => {
  const consent = "    # ignore set-before-consent: the banner is broken, 2026-11";
  expect(placesOf(files("#", consent), [see("sid")])).toEqual([]);
  expect(placesOf(files("#", consent), [see("sid", { phase: "before" })])).toEqual([
    "data/providers/example.yaml:6 warning unused-ignore",
  ]);
});

test("one is not judged in a file that another site uses, too", () => {
  const other = { "data/sites/other.yaml": site("#").replaceAll("example.", "other.") };
  expect(placesOf(files(stray, long, other), [see("sid")])).toEqual([
    "data/sites/example.yaml:4 warning unused-ignore",
  ]);
});

test("one without a reason hides nothing and is reported", () => {
  expect(placesOf(files("# ignore undeclared-cookie", long), drift)).toEqual([
    "data/sites/example.yaml:4 error ignore-without-reason",
    "data/sites/example.yaml:5 error undeclared-cookie",
  ]);
});

test("those of the linter's rules are the linter's to judge, and the reverse", () => {
  const ofLint = "    # ignore duration-vague: no reason";
  expect(placesOf(files("#", ofLint), [see("sid")])).toEqual([]);
  const registry = load(files(stray, long));
  const lintWith = (otherRules: readonly string[]) =>
    lint(registry, { rules: lintRules, today: "2026-11-23", otherRules })
      .map(({ rule }) => rule)
      .filter((rule) => /ignore|unknown/.test(rule));
  expect(lintWith(auditRules.map(({ id }) => id))).toEqual([]);
  expect(lintWith([])).toEqual(["unknown-rule", "unknown-rule"]);
});
