import { expect, test } from "vitest";
import { see } from "../../src/audit/example.ts";
import { tellWho } from "../../src/audit/observation-text.ts";

const page = (path: string): string => `https://www.example.org${path}`;
const setter = { kind: "script", url: "https://a.example/a.js", line: 3, column: 5 } as const;

test.each([
  [[see("a", { page: page("/x") })], ""],
  [[see("a", { page: page("/x"), alsoOn: [] })], ", first seen on /x"],
  [[see("a", { page: page("/x"), alsoOn: [page("/y")] })], ", first seen on /x and on 1 more page"],
  [
    [
      see("a", { page: page("/x"), alsoOn: [page("/y")] }),
      see("a", { page: page("/y"), alsoOn: [page("/z")], setter }),
    ],
    ", set by the script https://a.example/a.js:3:5, first seen on /x and on 2 more pages",
  ],
])("a message ends with who set a thing, and where: %#", (observations, expected) => {
  expect(tellWho(observations)).toBe(expected);
});
