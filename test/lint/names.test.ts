import { expect, test } from "vitest";
import { nameUnquoted } from "../../src/lint/rules/name-unquoted.ts";
import { judge, mend } from "./mending.ts";

const withName = (name: string) =>
  `name: Example\nrecipients: []\ncookies:\n  - name: ${name}\n    category: unclassified\n`;

test.each(["“session”", "_ga_<id>"])(
  "a name that the loader refuses, %s, is neither reported again nor mended",
  (name) => {
    expect(judge("provider", withName(name), [nameUnquoted])).toEqual([]);
  },
);

test("a name with a comment behind it is reported and left to its writer", () => {
  const text = withName("a #b");
  expect(mend("provider", text)).toBe(text);
});
