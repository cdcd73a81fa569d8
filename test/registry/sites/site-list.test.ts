import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listClaims } from "../../../src/registry/sites/site-list.ts";
import { openProject } from "../../../src/registry/project.ts";
import { type Files, placesOf, writeProject } from "../../project.ts";

const list = (files: Files) => listClaims(openProject(writeProject(files)));

const textsOf = ({ claims }: ReturnType<typeof list>) =>
  [...claims.values()].map(({ id, open }) => [id, open().written?.text]);

const table = 'id,name\na,"A, one"\nb,B\n';

test("a site is claimed by a file, by its name, or by a row, by its id, with all that is written of it", () => {
  const found = list({ "data/sites/c.yaml": "name: C\n", "data/sites/in/rows.csv": table });
  expect(found.diagnostics).toEqual([]);
  expect(textsOf(found)).toEqual([
    ["c", "name: C\n"],
    ["a", 'id,name\na,"A, one"'],
    ["b", "id,name\nb,B"],
  ]);
});

test("a row says something else under another heading, and nothing else if another row changes", () => {
  const texts = (text: string) => textsOf(list({ "data/sites/rows.csv": text }));
  const [a, b] = texts(table);
  expect(texts(table.replace("id,name", "id,extends"))[1]).not.toEqual(b);
  expect(texts(table.replace("one", "two"))).toEqual([["a", 'id,name\na,"A, two"'], b]);
  expect(texts("id,name\nb,B\n")).toEqual([b]);
  expect(texts(`${table}c,C\n`).slice(0, 2)).toEqual([a, b]);
});

test("the first of two that claim one site counts, and the other is reported", () => {
  const found = list({ "data/sites/a.yaml": "name: first\n", "data/sites/rows.csv": table });
  expect(placesOf(found.diagnostics)).toEqual(["data/sites/rows.csv:2:1 duplicate-id"]);
  expect(found.diagnostics[0]?.message).toContain("first defined at data/sites/a.yaml:1:1");
  expect(found.claims.get("a")?.open().written?.text).toBe("name: first\n");
});

describe("a file", () => {
  test("is read anew each time, and parsed only when that is asked for", () => {
    const folder = writeProject({ "data/sites/a.yaml": "name: [\n" });
    const { claims, diagnostics } = listClaims(openProject(folder));
    const { written } = claims.get("a")!.open();
    expect(diagnostics).toEqual([]);
    expect(written?.parse().diagnostics.length).toBeGreaterThan(0);
    writeFileSync(join(folder, "data/sites/a.yaml"), "name: A\n");
    expect(claims.get("a")!.open().written?.parse().source?.value).toEqual({ name: "A" });
  });

  test("a file that cannot be read is claimed, and reported when it is opened", () => {
    const { claims, diagnostics } = list({ "data/sites/a.yaml": Uint8Array.of(0xff) });
    expect(diagnostics).toEqual([]);
    const { written, ...unreadable } = claims.get("a")!.open();
    expect(written).toBeUndefined();
    expect(placesOf(unreadable.diagnostics)).toEqual(["data/sites/a.yaml:1:1 invalid-utf8"]);
  });
});
