import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { listObserved, showPhases } from "../../src/audit/observation-text.ts";
import { compareEvidence } from "../../src/audit/compare.ts";
import { draft } from "../../src/audit/propose/first-registry.ts";
import { propose } from "../../src/audit/propose/propose.ts";
import { auditRules } from "../../src/audit/rules.ts";
import { importers } from "../../src/importers/importers.ts";
import { writeEvidence } from "../../src/observation/saved.ts";
import { renderGithub } from "../../src/report/github.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderTable } from "../../src/report/table.ts";
import { renderText } from "../../src/report/text.ts";
import { load } from "../audit/example.ts";
import { fixturesOf, read, textOf } from "./fixtures.ts";

const registry = load({});
const site = { id: "example", name: "Example", url: "https://example.example" };

/** Everything that a command may print or write of a text of evidence. */
function everythingOf(text: string): string {
  const evidence = read(text);
  const comparison = compareEvidence(registry.sites.get("example")!, registry, evidence);
  const found = audit(registry, comparison, {
    rules: auditRules,
    propose: (cookies) => propose(registry, site, cookies),
  });
  const diagnostics = [...evidence.diagnostics, ...found];
  const { observations, incomplete } = evidence;
  const drafted = draft(registry, site, observations, "2026-11-28");
  return [
    writeEvidence(evidence),
    ...showPhases(comparison, observations).map((table) => renderTable(table)),
    renderText(diagnostics),
    renderJson(diagnostics, { incomplete, observed: listObserved(comparison, observations) }),
    renderGithub(diagnostics, incomplete),
    renderSarif(diagnostics, [], "1", incomplete),
    ...drafted.files.values(),
    ...drafted.leftOut,
  ].join("\n");
}

const mail = "jane.doe@secret.example";
const secrets = [mail, "7c9e6679-7425-40de-944b-e07fc1f90ae7"];

/** Hosts are told as they are, and an e-mail address is none. */
const namesHost = /^(?:domain|host|Host raw|origin|url|uri_\w+|title|location|page|fileName)$/i;

/** Each copy of a JSON text in which one text, or one key of a map of names, is a secret. */
function* withSecretJson(json: unknown, secret: string): Generator {
  if (typeof json === "string") yield secret;
  if (typeof json !== "object" || json === null) return;
  if (Array.isArray(json)) {
    for (const [index, one] of json.entries())
      for (const changed of withSecretJson(one, secret)) yield json.with(index, changed);
    return;
  }
  for (const [key, one] of Object.entries(json)) {
    if (secret === mail || !namesHost.test(key))
      for (const changed of withSecretJson(one, secret)) yield { ...json, [key]: changed };
    const { [key]: _, ...others } = json as Record<string, unknown>;
    if (!namesHost.test(key)) yield { ...others, [secret]: one };
  }
}

/** Each copy of a text in which one field of a line is a secret. */
function* withSecretText(text: string, secret: string): Generator<string> {
  for (const { index, 0: field } of text.matchAll(/[^\s;=:]+/g))
    yield text.slice(0, index) + secret + text.slice(index + field.length);
}

/** Long fixtures hold the same fields again and again. */
const enough = 50;

const paths = importers.flatMap(({ id }) => fixturesOf(id));

describe.each(secrets)("%s", (secret) => {
  test.each(paths)("in any field of %s leaves in nothing that is printed or written", (path) => {
    const text = textOf(path);
    const copies = /^\s*[[{]/.test(text)
      ? [...withSecretJson(JSON.parse(text), secret)].map((json) => JSON.stringify(json))
      : [...withSecretText(text, mail)];
    const step = Math.ceil(copies.length / enough);
    for (let at = 0; at < copies.length; at += step)
      expect(everythingOf(copies[at]!)).not.toContain(secret);
  });
});

const title = "# Netscape HTTP Cookie File\n";

test.each([
  ["the end is missing", ".shop.example\tTRUE\t/\tFALSE\tsession\tSECRET"],
  ["the end is missing, and the name is a number", ".shop.example\tTRUE\t/\tFALSE\t123456\tSECRET"],
  [
    "the end is missing, and the value holds a tab",
    ".shop.example\tTRUE\t/\tFALSE\tsid\tSEC\tSECRET",
  ],
  ["the path is missing", ".shop.example\tTRUE\tFALSE\t0\tsid\tSECRET"],
  ["path and security are missing", ".shop.example\tTRUE\t0\tsid\tSECRET"],
  ["the end is a word", ".shop.example\tTRUE\t/\tFALSE\tnever\tSECRET\tx"],
  ["spaces stand for tabs", ".shop.example TRUE / FALSE 0 sid SECRET"],
])(
  "a row of a cookies.txt in which %s is left out, since its value may stand as its name",
  (_, row) => {
    const { observations, diagnostics } = read(title + row);
    expect(observations).toEqual([]);
    expect(diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "error: 1 of 1 entries left out: 1 that are no seven fields between tabs",
    ]);
    expect(everythingOf(title + row)).not.toContain("SECRET");
  },
);

test.each(["0", "1826980213"])("six fields with the end %s are a cookie without a value", (end) => {
  const { observations } = read(`${title}.shop.example\tTRUE\t/\tFALSE\t${end}\tsid`);
  expect(observations.map(({ name }) => name)).toEqual(["sid"]);
});
