import { describe, expect, test } from "vitest";
import { isInEuropeanEconomicArea } from "../../src/vocabulary/countries.ts";
import { yearsBefore } from "../../src/vocabulary/duration.ts";
import { base, lintExample } from "./example.ts";

const providerFile = "data/providers/example.yaml";
const siteFile = "data/sites/example.yaml";

/** Where a rule finds something in the project of the examples, after changes of its files. */
const found = (rule: string, jurisdiction: string, files: Readonly<Record<string, string>>) =>
  lintExample(files, { jurisdictions: [jurisdiction] })
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ location: { file, line } }) => `${file}:${line}`);

const theme = "    function: display-settings\n    purposes: [remember-display]\n";
const unclassified = "    category: unclassified\n";

const provider = (head: string, cookie = unclassified): string =>
  `name: Example\n${head}cookies:\n  - name: "a"\n${cookie}`;

const site = (rest: string): string =>
  `name: Example\nurl: https://example.example\nlanguages: [en]\nproviders: [example]\n${rest}`;

describe("transfers", () => {
  test.each([
    ["FR", true],
    ["RE", true],
    ["AX", true],
    ["NO", true],
    ["GB", false],
    ["CH", false],
    ["BL", false],
  ])("%s is in the European Economic Area: %s", (country, isIn) => {
    expect(isInEuropeanEconomicArea(country)).toBe(isIn);
  });

  test("transfers may say that no data leaves the Area", () => {
    const files = { [providerFile]: provider("country: US\ntransfers: []\n") };
    expect(found("transfer-missing", "EU", files)).toEqual([]);
  });

  test("within the Area no safeguard is needed", () => {
    const files = { [providerFile]: provider("transfers: [{ country: NO }, { country: US }]\n") };
    expect(found("safeguard-missing", "EU", files)).toEqual([`${providerFile}:2`]);
  });

  test("what protects data under one law stays, and another entry serves the other law", () => {
    const foundOf = (...safeguards: readonly string[]) => {
      const entries = safeguards.map((one) => `{ country: US, safeguard: ${one} }`);
      const files = {
        [providerFile]: provider(`country: US\ntransfers: [${entries.join(", ")}]\n`),
        [siteFile]: site("jurisdictions: [EU, UK]\n"),
      };
      return lintExample(files)
        .filter(({ rule }) => rule === "safeguard-unrecognised")
        .map(({ hint }) => hint);
    };
    const hint = (kept: string, other: string, framework: string) =>
      `each law needs an entry of its own: keep this one for ${kept}, and add one for "US" with a safeguard of ${other}, such as "${framework}"`;
    expect(foundOf("data-privacy-framework")).toEqual([hint("EU", "UK", "dpf-uk-extension")]);
    expect(foundOf("dpf-uk-extension")).toEqual([hint("UK", "EU", "data-privacy-framework")]);
    expect(foundOf("data-privacy-framework", "dpf-uk-extension")).toEqual([]);
    expect(foundOf("standard-contractual-clauses")).toEqual([
      'each law needs an entry of its own: keep this one for EU, and add one for "US" with a safeguard of UK',
    ]);
  });

  test("a safeguard that no law of the sites knows is not kept", () => {
    const files = {
      [providerFile]: provider(
        "country: US\ntransfers: [{ country: US, safeguard: data-privacy-framework }]\n",
      ),
      [siteFile]: site("jurisdictions: [UK]\n"),
    };
    const [first] = lintExample(files).filter(({ rule }) => rule === "safeguard-unrecognised");
    expect(first).toHaveProperty("message");
    expect(first).not.toHaveProperty("hint");
  });

  test.each([
    ["unknown recipients", "", "", false],
    ["some recipients", "recipients: [A]\n", "", true],
    ["nobody else", "recipients: []\n", "", false],
    ["a recipient of one cookie", "recipients: []\n", "    recipients: [A]\n", true],
    ["a host of its own", "recipients: []\n", "    domain: a.example\n", true],
    ["a named State", "transfers: [{ country: US }]\n", "", false],
  ])(
    "in Switzerland a country is needed, or not, of a provider with %s",
    (_, head, cookie, isNeeded) => {
      const files = { [providerFile]: provider(head, unclassified + cookie) };
      expect(found("country-missing", "CH", files)).toHaveLength(isNeeded ? 1 : 0);
    },
  );
});

describe("age", () => {
  test("a leap day has one every year", () => {
    expect(yearsBefore("2028-02-29", 2)).toBe("2026-02-29");
    expect("2026-03-01" < yearsBefore("2028-02-29", 2)).toBe(false);
  });

  test("a provider cannot have been reviewed on a day that is still to come", () => {
    const reviewed = (day: string) =>
      found("provider-not-reviewed", "EU", { [providerFile]: provider(`reviewed: ${day}\n`) });
    expect(reviewed("2026-11-24")).toEqual([]);
    expect(reviewed("2031-01-01")).toEqual([`${providerFile}:2`]);
  });

  test("what bears no date is not called old", () => {
    const files = { [providerFile]: provider(""), [siteFile]: site("") };
    expect(found("provider-not-reviewed", "US-CA", files)).toEqual([]);
    expect(found("page-review-overdue", "US-CA", files)).toEqual([]);
  });
});

describe("the site", () => {
  test("without a controller there is none to contact", () => {
    expect(found("contact-missing", "EU", { [siteFile]: site("") })).toEqual([]);
  });

  test("a postal address is a contact", () => {
    const files = { [siteFile]: site("controller: { name: A, address: [B] }\n") };
    expect(found("contact-missing", "EU", files)).toEqual([]);
  });

  test.each([
    ["by nobody", provider(""), [`${siteFile}:5`]],
    ["by a provider that extends it", provider("extends: tarteaucitron\n"), []],
    ["by its cookie alone", provider("").replace('"a"', '"tarteaucitron"'), []],
  ])("a banner that the page opens may be listed %s", (_, content, expected) => {
    const files = {
      [providerFile]: content,
      [siteFile]: site("preferences: { banner: tarteaucitron }\n"),
    };
    expect(found("banner-unlisted", "EU", files)).toEqual(expected);
  });

  test("whether a cookie asks for consent is judged as the site uses it", () => {
    const exempt = "exemption: interface-customisation";
    const picks = [
      "[{ id: example }]",
      '[{ id: example, only: ["b"] }]',
      `[{ id: example, override: { "a": { ${exempt} } } }]`,
      '[{ id: example, override: { "a": { category: statistics } } }]',
      "[former]",
    ];
    const reported = picks.map((pick) => {
      const files = {
        [providerFile]: `name: Example\nformerly: [former]\ncookies:\n  - name: "a"\n${theme}  - name: "b"\n    function: authentication\n    purposes: [check-identity]\n`,
        [siteFile]: site("").replace("[example]", pick),
      };
      return found("withdrawal-link-missing", "EU", files).length;
    });
    expect(reported).toEqual([1, 0, 0, 1, 1]);
  });

  test("an unclassified cookie asks for consent", () => {
    const files = { [providerFile]: provider(""), [siteFile]: site("") };
    expect(found("withdrawal-link-missing", "EU", files)).toEqual([`${siteFile}:1`]);
    expect(found("consent-record-missing", "EU", files)).toEqual([`${siteFile}:4`]);
  });

  test("what is missing is reported where a child would say it, not in its parent", () => {
    const files = {
      [providerFile]: provider("", theme),
      "data/sites/parent.yaml": `abstract: true\n${site("")}`,
      [siteFile]: "extends: parent\nname: Child\n",
    };
    expect(found("withdrawal-link-missing", "EU", files)).toEqual([`${siteFile}:1`]);
  });

  test("the help page of a browser is no means to refuse, in whatever language it is given", () => {
    const files = { [providerFile]: provider("", theme) };
    const under = (preferences: string) => ({
      ...files,
      [siteFile]: site(`preferences: ${preferences}\n`),
    });
    const help = "{ en: https://example.example/, fr: https://support.mozilla.org/fr/kb/cookies }";
    expect(found("browser-instructions-only", "BR", under(help))).toHaveLength(1);
    expect(
      found("browser-instructions-only", "BR", under("https://example.example/#cookies")),
    ).toEqual([]);
  });
});

describe("an unused provider", () => {
  const acme = { "data/providers/acme.yaml": "name: Acme\nformerly: [old-acme]\ncookies: []\n" };

  test.each([
    ["by nobody", base[siteFile]!, base[providerFile]!, 1],
    [
      "under a former id",
      site("").replace("example]", "example, old-acme]"),
      base[providerFile]!,
      0,
    ],
    [
      "as a recipient",
      base[siteFile]!,
      base[providerFile]!.replace("recipients: []", "recipients: [acme]"),
      0,
    ],
    [
      "as a recipient of a cookie",
      base[siteFile]!,
      provider("", `${unclassified}    recipients: [old-acme]\n`),
      0,
    ],
    [
      "as a recipient in an override",
      site("").replace(
        "[example]",
        '[{ id: example, override: { "sid": { recipients: [acme] } } }]',
      ),
      base[providerFile]!,
      0,
    ],
  ])("used %s", (_, siteText, providerText, times) => {
    const files = { ...acme, [siteFile]: siteText, [providerFile]: providerText };
    expect(found("provider-unused", "EU", files)).toHaveLength(times);
  });

  test("one of the package is nobody's concern", () => {
    expect(found("provider-unused", "EU", {})).toEqual([]);
  });
});
