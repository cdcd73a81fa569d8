import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { type Files, placesOf, problemsOf, writeProject } from "../project.ts";
import { mixed, plain } from "./mixed.ts";

function load(files: Files) {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject(files)));
  expect(diagnostics).toEqual([]);
  return registry;
}

test("files, folders and tables build the same bytes as one file for each site", () => {
  const bytesOf = (files: Files) => {
    const registry = load(files);
    const ids = [...registry.sites.keys()].toSorted();
    return [...planOutput(registry, ids)].map(([path, render]) => [path, render()]);
  };
  const [first, second] = [bytesOf(mixed), bytesOf(plain)];
  expect(first.length).toBeGreaterThan(12);
  expect(first).toEqual(second);
});

test("a site extends through rows and files in depth, and each value keeps its place", () => {
  const gamma = load(mixed).sites.get("gamma")!;
  expect(gamma.value).toMatchObject({ languages: ["fr", "en"], providers: ["three"] });
  const place = (...path: (string | number)[]) => {
    const { file, line, column } = gamma.place(path).location;
    return `${file.replace("data/sites/", "")}:${line}:${column}`;
  };
  expect(place("name")).toBe("north/gamma.yaml:2:7");
  expect(place("languages", 1)).toBe("customers.csv:2:52");
  expect(place("controller", "address", 1)).toBe("customers.csv:2:79");
  expect(place("controller", "email")).toBe("platform.yaml:2:38");
  expect(place("providers", 0)).toBe("groups/groups.csv:2:21");
  expect(place("updated")).toBe("platform.yaml:5:10");
});

/** The project with one thing written otherwise in its table of customers. */
const changed = (from: string, to: string): Files => {
  const path = "data/sites/customers.csv";
  const text = mixed[path] as string;
  expect(text).toContain(from);
  return { ...mixed, [path]: text.replace(from, to) };
};

test.each([
  ["https://beta.example", "beta.example", "3:17 bad-url"],
  ["fr en", "fr en_GB", "2:52 bad-language"],
  ["fr en", "fr tlh", "2:52 missing-language"],
  ["one two", "one tow", "2:114 unknown-provider"],
  ["one two", "two one four", "2:118 unknown-provider"],
  ["name duration", "name cost", "2:139 unknown-value"],
  ["#8ec5ff", "#333333", "2:126 low-contrast"],
  ["beta,south", "beta,suoth", "3:6 unknown-site"],
  ["beta,south", "beta,beta", "3:6 extends-cycle"],
  ["1 Way | 2 Town", "1 Way | | 2 Town", "2:79 empty-text"],
  ["beta,south", "beta,", "3:1 missing-key"],
])("%j written as %j is reported at its cell", (from, to, place) => {
  const problems = placesOf(problemsOf(writeProject(changed(from, to))));
  expect(problems[0]).toBe(`data/sites/customers.csv:${place}`);
});

test("of many unknown parents only the first are compared with what there is", () => {
  const rows = Array.from({ length: 100 }, (_, index) => `s-${index},x-${index}\n`);
  const problems = problemsOf(writeProject({ "data/sites/t.csv": `id,extends\n${rows.join("")}` }));
  expect(problems).toHaveLength(100);
  expect(problems.filter(({ message }) => message.includes("such as"))).toHaveLength(20);
});

const chain = (length: number) =>
  Array.from({ length }, (_, index) => `s-${index},${index === 0 ? "" : `s-${index - 1}`},true\n`);

test.each(["from the eldest down", "from the youngest up"])(
  "a site has at most 32 above it, %s",
  (order) => {
    const problemsIn = (length: number) => {
      const rows = order.startsWith("from the eldest") ? chain(length) : chain(length).toReversed();
      const text = `id,extends,abstract\n${rows.join("")}`;
      return problemsOf(writeProject({ "data/sites/t.csv": text }));
    };
    expect(problemsIn(33)).toEqual([]);
    const tooDeep = problemsIn(5000);
    expect(tooDeep.length).toBeGreaterThan(0);
    expect(new Set(tooDeep.map(({ rule }) => rule))).toEqual(new Set(["extends-too-deep"]));
  },
);
