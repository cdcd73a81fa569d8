import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importers } from "../../src/importers/importers.ts";
import type { Evidence } from "../../src/observation/observation.ts";
import { fixturesOf, read, textOf } from "./fixtures.ts";

const escape = "\u001b[31m";

const inJar = (name: string) => ({ name, value: "CANARY", domain: "a.example", expires: -1 });
const inHar = (headers: readonly string[]) => ({
  log: {
    entries: [
      {
        request: { url: "https://a.example/" },
        response: { headers: headers.map((value) => ({ name: "Set-Cookie", value })) },
      },
    ],
  },
});

const carriers: readonly [string, (name: string) => string][] = [
  ["a jar", (name) => JSON.stringify([inJar(name)])],
  ["a storage state", (name) => JSON.stringify({ cookies: [inJar(name)], origins: [] })],
  ["a HAR", (name) => JSON.stringify(inHar([`${name}=CANARY`]))],
  ["a cookies.txt", (name) => `a.example\tFALSE\t/\tFALSE\t0\t${name}\tCANARY\n`],
  ["a log of headers", (name) => `https://a.example/\nSet-Cookie: ${name}=CANARY\n`],
];

describe.each(carriers)("names in %s", (_, carry) => {
  test.each(["__proto__", "constructor", "@HYPERLINK(1)", "\u202etxt", "a b"])(
    "%j is kept as it is",
    (name) => {
      expect(read(carry(name)).observations.map((one) => one.name)).toEqual([name]);
    },
  );

  test.each([escape, "a\u0000b", "a\u007f", "n".repeat(5000)])(
    "%j, which browsers refuse, is left out and counted",
    (name) => {
      const { observations, diagnostics } = read(carry(name));
      expect(observations).toEqual([]);
      expect(diagnostics.length).toBeGreaterThan(0);
    },
  );
});

test("a key of a storage may hold any character", () => {
  const localStorage = [{ name: escape, value: "CANARY" }];
  const state = { cookies: [], origins: [{ origin: "https://a.example", localStorage }] };
  const { observations } = read(JSON.stringify(state));
  expect(observations.map(({ name }) => name)).toEqual([escape]);
});

/** Any value where a fixture has something else, anywhere in it. */
const scramble = (json: unknown, pick: () => number): unknown => {
  const junk = [
    null,
    0,
    -1e308,
    1e999,
    "",
    "CANARY",
    true,
    [],
    {},
    [[null]],
    { name: 1 },
    { log: 5 },
  ];
  if (pick() < 0.15) return junk[Math.floor(pick() * junk.length)];
  if (Array.isArray(json)) return json.map((one) => scramble(one, pick));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, scramble(one, pick)]));
};

function expectSound({ observations, diagnostics }: Evidence): void {
  expect(JSON.stringify({ observations, diagnostics })).not.toContain("CANARY");
  for (const { name, host, lifetime } of observations) {
    expect(name).not.toBe("");
    expect(host ?? "a").toMatch(/^[a-z0-9.[\]:_-]+$/);
    if (lifetime.kind === "length") expect(lifetime.seconds).toBeGreaterThanOrEqual(0);
    if (lifetime.kind === "length") expect(Number.isSafeInteger(lifetime.seconds)).toBe(true);
  }
}

const jsonFixtures = importers
  .flatMap(({ id }) => fixturesOf(id))
  .filter((path) => /\.(?:json|har)$/.test(path));

test.each(jsonFixtures)("%s with anything in any place does no harm", (path) => {
  const json: unknown = JSON.parse(textOf(path));
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (stream) => {
      const pick = () => stream.next().value as number;
      expectSound(read(JSON.stringify(scramble(json, pick))));
    }),
    { numRuns: 200 },
  );
});

test("no text at all is thrown upon", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "Set-Cookie: a=CANARY; Domain=",
      "< HTTP/1.1 301",
      "Location: //",
      "> Host: [",
      "https://%",
      "a.example\tTRUE\t/\tTRUE\tNaN\tn\tCANARY",
      "- name: a",
      "  domain: &a !!x",
      "uri_ins: {",
      "[{",
      "# HTTP Cookie File",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => expectSound(read(lines.join("\n")))),
    { numRuns: 2000 },
  );
});

test("a hundred thousand cookies are read, each once, in a time that grows as they do", () => {
  const jar = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, index) => inJar(`n${index % (count / 2)}`)));
  const time = (text: string) => {
    const start = performance.now();
    const { observations } = read(text);
    return { count: observations.length, milliseconds: performance.now() - start };
  };
  const [small, large] = [jar(10_000), jar(100_000)];
  time(small);
  const few = time(small);
  const many = time(large);
  expect([few.count, many.count]).toEqual([5000, 50_000]);
  expect(many.milliseconds).toBeLessThan(50 * few.milliseconds + 1000);
});
