import { mkdirSync, truncateSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEvidence } from "../../src/importers/read-evidence.ts";
import { writeEvidence } from "../../src/observation/saved.ts";
import { temporaryFolder, writeFiles, type Files } from "../project.ts";
import { textOf } from "./fixtures.ts";

function readFiles(files: Files) {
  const folder = writeFiles(temporaryFolder(), files);
  return readEvidence(Object.keys(files).map((file) => ({ path: join(folder, file), file })));
}

const jar = (...cookies: readonly [string, number][]) =>
  JSON.stringify(
    cookies.map(([name, expires]) => ({ name, domain: "a.example", path: "/", expires })),
  );

test("several files are read as one: each thing once, every gap and diagnostic of any", () => {
  const { observations, diagnostics, incomplete } = readFiles({
    "b.json": jar(["a", -1], ["b", -1]),
    "a.json": jar(["a", 2_000_000_000], ["c", -1]),
    "c.har": textOf("har/webinspector-sanitized.har"),
    "d.json": "{",
  });
  expect(observations.map(({ name, lifetime }) => `${name} ${lifetime.kind}`)).toEqual([
    "a length",
    "b session",
    "c session",
  ]);
  expect(diagnostics.map(({ rule, location }) => `${location.file} ${rule}`)).toEqual([
    "c.har sanitized-evidence",
    "d.json unreadable-evidence",
  ]);
  expect(incomplete).toHaveLength(2);
});

test("a jar is taken to be as old as its file", () => {
  const folder = writeFiles(temporaryFolder(), { "jar.json": jar(["a", 2_000_000_000]) });
  const path = join(folder, "jar.json");
  const lifetimeAt = (seconds: number) => {
    utimesSync(path, seconds, seconds);
    return readEvidence([{ path, file: "jar.json" }]).observations[0]?.lifetime;
  };
  expect(lifetimeAt(2_000_000_000 - 3600)).toEqual({
    kind: "length",
    seconds: 3600,
    capped: false,
  });
  expect(lifetimeAt(2_000_000_000 - 399.95 * 86_400)).toMatchObject({ capped: true });
  expect(lifetimeAt(2_000_000_000 - 399.85 * 86_400)).toMatchObject({ capped: false });
  expect(lifetimeAt(2_000_000_000 - 3650 * 86_400)).toMatchObject({ capped: false });
  expect(lifetimeAt(2_000_000_001)).toEqual({ kind: "unknown" });
});

test("what cannot be opened is a diagnostic each", () => {
  const folder = writeFiles(temporaryFolder(), {
    "latin1.txt": Buffer.from("Set-Cookie: caf\xe9=1", "latin1"),
    "utf16.json": Buffer.from("\ufeff[]", "utf16le"),
    "visit.har.zip": Buffer.from("PK\u0003\u0004CANARY"),
    "visit.har.gz": Buffer.from("\u001f\u008bCANARY", "latin1"),
    Cookies: "SQLite format 3\u0000CANARY",
    "large.har": "",
  });
  mkdirSync(join(folder, "folder.json"));
  truncateSync(join(folder, "large.har"), 128 * 1024 * 1024 + 1);
  const packed = ["visit.har.zip", "visit.har.gz", "Cookies"];
  const names = ["missing.json", "folder.json", "latin1.txt", "utf16.json", ...packed, "large.har"];
  const messages = names.map((file) => {
    const { observations, diagnostics } = readEvidence([{ path: join(folder, file), file }]);
    expect(observations).toEqual([]);
    return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  });
  expect(messages.flat()).toEqual([
    "unreadable-evidence: cannot be read (ENOENT), expected a file",
    "unreadable-evidence: cannot be read (EISDIR), expected a file",
    "unreadable-evidence: bytes that are not UTF-8, expected a text in UTF-8",
    "unreadable-evidence: a text in UTF-16, expected UTF-8",
    "unreadable-evidence: a zip archive, expected the file in it",
    "unreadable-evidence: a file packed by gzip, expected the file in it",
    "unreadable-evidence: a database of a browser, expected an export of it",
    "unreadable-evidence: more than 134217728 bytes, expected at most that (128 MiB)",
  ]);
});

test("what is saved is read again as it was", () => {
  const names = ["har/playwright.har", "storage-state/visit.json", "wec/visit.json"];
  const evidence = readFiles(Object.fromEntries(names.map((name) => [name, textOf(name)])));
  const text = writeEvidence(evidence);
  const again = readFiles({ "saved.json": text });
  expect(again).toEqual({ ...evidence, diagnostics: [] });
  expect(writeEvidence(again)).toBe(text);
});

test("the pages of what is saved are read again, without their queries", () => {
  const page = (path: string): string => `https://a.example${path}`;
  const seen = { name: "sid", storage: "cookie", lifetime: { kind: "session" } } as const;
  const text = writeEvidence({
    observations: [{ ...seen, page: page("/"), alsoOn: [page("/x?token=CANARY"), page("/y")] }],
    diagnostics: [],
    incomplete: [],
  });
  const [read] = readFiles({ "saved.json": text }).observations;
  expect(read).toEqual({ ...seen, page: page("/"), alsoOn: [page("/x"), page("/y")] });
});

test("what one file shows as sent and another as kept is one thing", () => {
  const sent = (host: string, name: string) => ({
    startedDateTime: "2026-11-23T12:00:00Z",
    request: { url: `https://${host}/`, cookies: [{ name }] },
    response: {},
  });
  const entries = [sent("www.a.example", "a"), sent("www.a.example", "b"), sent("c.example", "a")];
  const { observations } = readFiles({
    "visit.har": JSON.stringify({ log: { entries } }),
    "jar.json": JSON.stringify([{ name: "a", domain: ".a.example", path: "/", expires: -1 }]),
  });
  expect(observations.map(({ name, host }) => `${name} ${host}`)).toEqual([
    "b www.a.example",
    "a c.example",
    "a a.example",
  ]);
});

test("what another version saved is not guessed at", () => {
  const text = writeEvidence({ observations: [], diagnostics: [], incomplete: [] });
  const { diagnostics } = readFiles({ "saved.json": text.replace('"version": 1', '"version": 2') });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["unreadable-evidence"]);
});
