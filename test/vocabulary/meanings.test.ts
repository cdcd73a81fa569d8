import { describe, expect, test } from "vitest";
import { escapeName, foreignName, unescapeName } from "../../src/vocabulary/foreign-name.ts";
import { meantDuration } from "../../src/vocabulary/meant-duration.ts";
import { meantCountry, meantId, meantLanguage } from "../../src/vocabulary/synonyms.ts";

const foreign: readonly (readonly [string, string])[] = [
  ["_ga_<container-id>", 'write "_ga_*"'],
  ["_ga_#", 'write "_ga_*"'],
  ["_gac_xxx", 'write "_gac_*"'],
  ["UUID#[abcdef0123456789]{32}", 'write "UUID#*"'],
  ["/^_hj/", 'write "_hj*"'],
  ["^__utm", 'write "__utm*"'],
  ["^_ga$", 'write "_ga"'],
  ["/^_ga_[A-Z0-9]+$/", 'write "_ga_*"'],
  ["_hjSession_{site_id}", 'write "_hjSession_*"'],
  ["_ga, _gid, _gat", "give each an entry"],
  ["_ga / _gid", "give each an entry"],
  ["_pk_id.%", 'write "_pk_id.*"'],
  ["wp-settings-[UID]", 'write "wp-settings-*"'],
  ["visit_%s", 'write "visit_*"'],
  ["visit_%INTEGER%", 'write "visit_*"'],
  ["“_smart”", "write the name between straight quotes alone"],
  ["Unique Name (Dynamically Generated)", "write the name as the browser shows it"],
  ["_ga_*****", 'write "_ga_*"'],
  ["^_ga_.*", 'write "_ga_*"'],
  ["_dc_gtm_UA-XXXXXXXX-X", 'write "_dc_gtm_UA-*"'],
];

describe("a name as another tool writes it", () => {
  test.each(foreign)("%s: %s", (name, meant) => {
    expect(foreignName(name)?.meant).toBe(meant);
  });

  test.each(foreign)("%s can be written as it is, behind backslashes", (name) => {
    const escaped = escapeName(name.replaceAll("*", "_"));
    expect(foreignName(escaped)).toBeUndefined();
    expect(unescapeName(escaped)).toBe(name.replaceAll("*", "_"));
  });

  test.each([
    "_ga",
    "_ga_*",
    "__Secure-x",
    "a-b_c.d",
    "*_id",
    "_pk_id.*",
    "*/cly_*",
    "a#b",
    "Max50%",
    "@f/s",
    "xx",
    "taboola global:lspb",
  ])("%s is one that a browser shows", (name) => {
    expect(foreignName(name)).toBeUndefined();
    expect(escapeName(name)).toBe(name);
  });
});

test.each([
  ["30 mins", "30 minutes"],
  ["24h", "24 hours"],
  ["1 year 1 month", "13 months"],
  ["1.5 hours", "90 minutes"],
  ["1 year and 1 month", "13 months"],
  ["2 yrs.", "2 years"],
  ["13-months", "13 months"],
  ["1  day", "1 day"],
  ["forever", "persistent"],
  ["Never expires", "persistent"],
  ["End of session", "session"],
  ["browser session", "session"],
  ["1 fortnight", undefined],
  ["1 year 1 day", undefined],
  ["a year", undefined],
  ["0 days", undefined],
])("a duration of %j means %j", (text, meant) => {
  expect(meantDuration(text)).toBe(meant);
});

test.each([
  ["UK", "GB"],
  ["EL", "GR"],
  ["fr", "FR"],
  ["France", "FR"],
  ["EU", undefined],
])("the country %s means %s", (text, meant) => {
  expect(meantCountry(text)).toBe(meant);
});

test.each([
  ["deutschland", "DE"],
  ["Österreich", "AT"],
  ["Congo - Kinshasa", "CD"],
  ["Kongo", undefined],
])("the country %s means %s among its names in several languages", (text, meant) => {
  expect(meantCountry(text, ["de", "pl", "nb"])).toBe(meant);
});

test.each([
  ["no", "nb"],
  ["pt-PT", "pt"],
  ["en-GB", "en"],
  ["zh-CN", "zh-Hans"],
  ["de-AT", "de"],
  ["iw", "he"],
  ["zh-TW", undefined],
  ["fa", undefined],
  ["README", undefined],
])("the language %s means %s", (tag, meant) => {
  const known = ["README.md", "ca", "de", "en", "he", "ko", "nb", "pt", "pt-BR", "zh-Hans"];
  expect(meantLanguage(tag, known)).toBe(meant);
});

test("an id is found by the word that people write for it", () => {
  expect(meantId("login", ["survey", "checkout", "authentication"])).toBe("authentication");
  expect(meantId("login", ["check-identity"])).toBe("check-identity");
  expect(meantId("checkouts", ["checkout"])).toBeUndefined();
});
