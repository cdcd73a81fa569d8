import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importers } from "../../src/importers/importers.ts";
import type { Evidence, Observation } from "../../src/observation/observation.ts";
import { fixturesOf, read, textOf } from "./fixtures.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { anyText } from "../any-text.ts";

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
  const junk = [null, 0, -1e308, "", "CANARY", true, [], {}, [[null]], { name: 1 }, { log: 5 }];
  if (pick() < 0.15) return junk[Math.floor(pick() * junk.length)];
  if (Array.isArray(json)) return json.map((one) => scramble(one, pick));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, scramble(one, pick)]));
};

/** What should never come of any text. */
function faultsIn({ observations, diagnostics }: Evidence): unknown[] {
  const isOdd = ({ name, host, lifetime }: Observation) =>
    name === "" ||
    !/^[a-z0-9.[\]:_-]+$/.test(host ?? "a") ||
    (lifetime.kind === "length" &&
      !(Number.isSafeInteger(lifetime.seconds) && lifetime.seconds >= 0));
  const leaks = JSON.stringify({ observations, diagnostics }).includes("CANARY");
  return [...observations.filter(isOdd), ...(leaks ? ["a value"] : [])];
}

const jsonFixtures = importers
  .flatMap(({ id }) => fixturesOf(id))
  .filter((path) => /\.(?:json|har)$/.test(path));

test.each(jsonFixtures)("%s with anything in any place does no harm", (path) => {
  const json: unknown = JSON.parse(textOf(path));
  const number = fc.double({ min: 0, max: 0.999, noNaN: true });
  const numbers = fc.infiniteStream(number, { noHistory: true });
  const property = fc.property(numbers, (stream) => {
    const pick = () => stream.next().value as number;
    expect(faultsIn(read(JSON.stringify(scramble(json, pick))))).toEqual([]);
  });
  expect(() => fc.assert(property, { numRuns: 200 })).not.toThrow();
});

test.each(["1e999", "1e300", "-1e999", '"9999999999999999999-01-01T00:00:00Z"'])(
  "an end of %s makes no length that is no number",
  (expires) => {
    const text = `[{"name": "a", "domain": "a.example", "expires": ${expires}}]`;
    expect(read(text).observations).toHaveLength(1);
    expect(faultsIn(read(text))).toEqual([]);
  },
);

test("no text at all is thrown upon", () => {
  const line = fc.oneof(
    anyText,
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
  const property = fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    expect(faultsIn(read(lines.join("\n")))).toEqual([]);
  });
  expect(() => fc.assert(property, { numRuns: 2000 })).not.toThrow();
});

test("a hundred thousand cookies are read, each once, in a time that grows as they do", () => {
  const jar = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, index) => inJar(`n${index % (count / 2)}`)));
  const time = (text: string) => {
    let count = 0;
    const milliseconds = cpuMilliseconds(() => {
      count = read(text).observations.length;
    });
    return { count, milliseconds };
  };
  const [small, large] = [jar(10_000), jar(100_000)];
  time(small);
  const few = time(small);
  const many = time(large);
  expect([few.count, many.count]).toEqual([5000, 50_000]);
  expect(many.milliseconds).toBeLessThan(50 * few.milliseconds + 1000);
});
