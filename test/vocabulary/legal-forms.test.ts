import { expect, test } from "vitest";
import { isLegalForm } from "../../src/vocabulary/legal-forms.ts";

test.each([
  "Inc.",
  "inc",
  "Ltd",
  "L.L.C.",
  "GmbH",
  "GmbH & Co. KG",
  "& Co. KG",
  "S.A.",
  "SA",
  "S. r. l.",
  "Sp. z o.o.",
  "s.r.o.",
  "Pty Ltd.",
  "Co.",
  "A/S",
  "AG",
])("%s alone names nobody", (text) => {
  expect(isLegalForm(text, "name")).toBe(true);
});

test.each(["Stripe, Inc.", "Incognito", "Sage", "Co", "SE", "Oxfam", "SAS Institute", "acme", ""])(
  "%s may be a name",
  (text) => {
    expect(isLegalForm(text, "name")).toBe(false);
  },
);

test("two letters in an address may be a state or a canton, with dots they are a form", () => {
  expect(["NV", "SA", "AG"].map((text) => isLegalForm(text, "address"))).toEqual([
    false,
    false,
    false,
  ]);
  expect(isLegalForm("S.A.", "address")).toBe(true);
});
