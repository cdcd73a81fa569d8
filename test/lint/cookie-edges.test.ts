import { expect, test } from "vitest";
import { base, lintExample } from "./example.ts";

const provider = (cookies: string): string => `name: Example\nrecipients: []\ncookies:\n${cookies}`;

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

test("recipients of some cookies are not those of the others", () => {
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
  ).toEqual(["name: Example"]);
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

test("one name of two providers overlaps where they give it different lengths", () => {
  const choice = (duration: string) =>
    choiceCookie.replace(/duration: .*/, `duration: ${duration}`);
  expect(overlaps(choice("2 years"), "  - others\n")).toEqual(["  - others"]);
  expect(overlaps(choice("not stated"), "  - others\n")).toEqual([]);
  expect(overlaps(choice("183 days by default"), "  - others\n")).toEqual([]);
  expect(overlaps(choiceCookie, "  - others\n")).toEqual([]);
});

test("names of two providers of the package overlap only where they are the same", () => {
  const found = (picks: string) =>
    lintExample(
      {
        "data/sites/example.yaml": base["data/sites/example.yaml"]!.replace(
          "[example]",
          `[example, ${picks}]`,
        ),
      },
      { jurisdictions: ["CH"] },
    ).filter(({ rule }) => rule === "overlapping-patterns");
  expect(found("laravel, rudderstack, mediawiki, amazon-ads, amplitude")).toMatchObject([
    { message: expect.stringContaining('"*_session" of "mediawiki"') as string },
  ]);
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

test("an unclassified cookie owes no purposes", () => {
  const cookie = `  - name: "_x7"
    category: unclassified
    duration: session
`;
  expect(linesOf("purpose-missing", cookie, ["EU"])).toEqual([]);
});
