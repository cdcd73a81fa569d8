import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { lintExample, loadExample, today } from "./example.ts";

type Claim = "impliedConsent" | "anonymousNoConsent" | "nobodyElse";

interface Sentences {
  readonly said: readonly string[];
  readonly other: readonly string[];
}

const claims = parse(readFileSync(join(import.meta.dirname, "claims.yaml"), "utf8")) as Readonly<
  Record<Claim, Readonly<Record<string, Sentences>>>
>;

const rules: Readonly<Record<Claim, string>> = {
  impliedConsent: "prose-implied-consent",
  anonymousNoConsent: "prose-anonymous-no-consent",
  nobodyElse: "prose-nobody-else",
};

/** The lines of an introduction on which a claim is made, on a site that shares data and measures with consent. */
function linesOf(claim: Claim, text: string, language: string, jurisdiction = "EU"): number[] {
  const registry = loadExample({
    "data/sites/example.yaml": `name: Library\nurl: https://example.example\njurisdictions: [${jurisdiction}]\nlanguages: [${language}]\nproviders: [example]\n`,
    "data/providers/example.yaml":
      'name: Example\nrecipients: [Example Hosting]\ncookies:\n  - name: "sid"\n    function: authentication\n    purposes: [check-identity]\n    duration: session\n',
    [`content/${language}/sites/example.md`]: text,
  });
  const found = lint(registry, { rules: lintRules.filter(({ id }) => id === rules[claim]), today });
  return found.map(({ location: { line } }) => line).toSorted((a, b) => a - b);
}

const tables = Object.entries(claims).flatMap(([claim, languages]) =>
  Object.entries(languages).flatMap(([language, sentences]) =>
    [language, ...(language === "pt" ? ["pt-BR"] : [])].map(
      (tag) => [claim as Claim, tag, sentences] as const,
    ),
  ),
);

describe.each(tables)("%s in %s", (claim, language, { said, other }) => {
  /** A paragraph each, on every second line. */
  const write = (sentences: readonly string[]) => `${sentences.join("\n\n")}\n`;

  test("is found in whatever words", () => {
    const lines = new Set(linesOf(claim, write(said), language));
    expect(said.filter((_, index) => !lines.has(1 + 2 * index))).toEqual([]);
  });

  test("is not found where something else is said", () => {
    const lines = linesOf(claim, write(other), language);
    expect(lines.map((line) => other[(line - 1) / 2])).toEqual([]);
  });
});

const anonymous = "Statistics are anonymous, so no consent is needed.";

test("a claim may stand in two sentences of one paragraph, and not in two paragraphs", () => {
  const [one, two] = ["Visits are counted anonymously.", "Therefore no consent is needed."];
  expect(linesOf("anonymousNoConsent", `${one}\n${two}\n`, "en")).toEqual([2]);
  expect(linesOf("anonymousNoConsent", `${one}\n\n${two}\n`, "en")).toEqual([]);
  expect(linesOf("anonymousNoConsent", `- ${one}\n- ${two}\n`, "en")).toEqual([]);
});

test("a comment makes no claim, and an item of a list may", () => {
  expect(linesOf("anonymousNoConsent", `<!-- ${anonymous} -->\nHello.\n`, "en")).toEqual([]);
  expect(linesOf("anonymousNoConsent", `Hello.\n\n- Yes.\n- ${anonymous}\n`, "en")).toEqual([4]);
});

test("a line break within a sentence does not hide it", () => {
  expect(linesOf("anonymousNoConsent", anonymous.replaceAll(" ", "\n"), "en")).toEqual([1]);
});

test("what a place exempts is no false claim of a site that measures under the exemption", () => {
  const exempt = (exemption: string) =>
    lintExample(
      {
        "data/providers/example.yaml": `name: Example\noperator: site\ncookies:\n  - name: "count"\n    function: audience-measurement\n    purposes: [measure-audience]\n${exemption}    duration: 6 months\n`,
        "content/en/sites/example.md": anonymous,
      },
      { jurisdictions: ["FR"] },
    ).filter(({ rule }) => rule === "prose-anonymous-no-consent").length;
  expect(exempt("    exemption: audience-measurement\n")).toBe(0);
  expect(exempt("")).toBe(1);
});

test("the claim of the original page about anonymised statistics is reported, in English and French", () => {
  const english =
    "Statistical cookies record the actions of a user.\nAs the statistics are anonymised, they do not require consent.\n";
  const french =
    "Les cookies statistiques enregistrent les actions de l’utilisateur.\nLes statistiques étant anonymisées, elles ne nécessitent pas son consentement.\n";
  for (const jurisdiction of ["EU", "FR", "DE"]) {
    expect(linesOf("anonymousNoConsent", english, "en", jurisdiction)).toEqual([2]);
    expect(linesOf("anonymousNoConsent", french, "fr", jurisdiction)).toEqual([2]);
  }
});

test("a visit may be consent where the law lets it be, and nothing is said there", () => {
  const text = "By continuing to browse this site you accept cookies.\n";
  expect(linesOf("impliedConsent", text, "en", "CA")).toEqual([]);
  expect(linesOf("impliedConsent", text, "en", "UK")).toEqual([1]);
});
