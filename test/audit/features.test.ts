import { expect, test } from "vitest";
import { declare, see } from "../../src/audit/example.ts";
import { auditExample } from "./example.ts";

const files = declare(
  "_es_heat",
  "feature: heatmaps",
  "function: audience-measurement",
  "purposes: [measure-audience]",
  "duration: session",
);

test("what is seen of a feature that the site does not name is said to belong to it", () => {
  const found = auditExample(files, [see("_es_heat")]);
  expect(found.map(({ rule, hint }) => [rule, hint])).toEqual([
    [
      "undeclared-cookie",
      'it belongs to the feature "heatmaps" of "example": name it in the site\'s "features" if the site uses it',
    ],
  ]);
});
