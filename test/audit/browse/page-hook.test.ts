import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bindingName, hook, type Told } from "../../../src/audit/browse/page-hook.ts";

/** A page's world, as small as the hook allows, and what it was told of it. */
function openPage() {
  const told: (Partial<Told> | string)[] = [];
  const page = createContext({
    [bindingName]: (payload: string) => told.push(JSON.parse(payload) as Partial<Told>),
    location: { protocol: "https:", origin: "https://market.example", pathname: "/en" },
  });
  runInContext(
    `class Document {
      kept = "";
      get cookie() { return this.kept; }
      set cookie(text) { this.kept = text.split(";")[0]; }
    }
    globalThis.Document = Document;
    globalThis.self = globalThis;
    globalThis.document = new Document();
    globalThis.Storage = class { setItem() {} };`,
    page,
  );
  runInContext(hook, page);
  const run = (script: string): unknown =>
    runInContext(script, page, { filename: "https://cdn.example/a.js?id=secret" });
  return { told, run };
}

test.each([
  ["id=secret; Max-Age=60; Path=/", "id=; Max-Age=60; Path=/"],
  ["secret", "="],
  ["id=secret; secret=1; Secure", "id=; Secure"],
  ["a=secret=secret", "a="],
])("of the cookie %j no value leaves the page", (text, header) => {
  const { told, run } = openPage();
  run(`document.cookie = ${JSON.stringify(text)};`);
  expect(told).toMatchObject([{ kind: "cookie", text: header }]);
  expect(JSON.stringify(told)).not.toContain("secret");
});

test("of an item no value leaves the page", () => {
  const { told, run } = openPage();
  run(`new Storage().setItem("cart", "secret");`);
  expect(told).toMatchObject([{ kind: "session-storage", text: "cart" }]);
  expect(JSON.stringify(told)).not.toContain("secret");
});

test("the script and its place are told, without a query", () => {
  const { told, run } = openPage();
  run(`\n  document.cookie = "id=secret";`);
  expect(told).toMatchObject([
    { place: ["https://cdn.example/a.js", 2, 19], document: "https://market.example/en" },
  ]);
});

test("a page's own way of writing stacks is not asked", () => {
  const { told, run } = openPage();
  run(`Error.prepareStackTrace = () => "at https://mask.example/a.js:1:1"; Error.stackTraceLimit = 0;
document.cookie = "id=secret";`);
  expect(told).toMatchObject([{ place: ["https://cdn.example/a.js", 2, 17] }]);
  expect(run("Error.stackTraceLimit")).toBe(0);
});

test("the page's scripts find no binding", () => {
  expect(openPage().run(`typeof ${bindingName}`)).toBe("undefined");
});

test("the same writing is told once, and no more than 1000 in all", () => {
  const { told, run } = openPage();
  run(`for (let i = 0; i < 10; i += 1) document.cookie = "id=" + i;`);
  expect(told).toHaveLength(1);
  run(`for (let i = 0; i < 3000; i += 1) document.cookie = "id" + i + "=1";`);
  expect(told).toHaveLength(1001);
  expect(told.at(-1)).toBe("too many");
});

test("a cookie that is not there afterwards is told as not kept", () => {
  const { told, run } = openPage();
  run(`Object.defineProperty(document, "kept", { get: () => "", set() {} });
document.cookie = "id=secret";`);
  expect(told).toMatchObject([{ kept: false }]);
});
