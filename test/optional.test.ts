import { expect, test } from "vitest";
import { isInstalled } from "../src/optional.ts";
import { packagesOfOutputs } from "../src/vocabulary/vocabulary.ts";

test.each(Object.values(packagesOfOutputs))("%s is installed here", (name) => {
  expect(isInstalled(name)).toBe(true);
});

test("a package that nobody has is not installed", () => {
  expect(isInstalled("@cookie-ledger/nowhere")).toBe(false);
});
