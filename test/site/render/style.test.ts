import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { backgrounds, contrast } from "../../../src/registry/sites/read-site.ts";
import {
  composeStyle,
  contentSecurityPolicy,
  defaultBrand,
} from "../../../src/site/render/style.ts";
import { templates } from "../policy.fixture.ts";

const css = readFileSync(`${templates}page.css`, "utf8");

test("the stylesheet loses its comments and indentation, and nothing else", () => {
  const style = composeStyle('/* one */\n\na {\r\n  content: "/* kept */"; /* two */\n}\n');
  expect(style.split("\n").slice(1)).toEqual(["a {", 'content: "/* kept */";', "}"]);
});

test("a site's brand stands before the stylesheet, and the package's own where it has none", () => {
  expect(composeStyle("", { light: "#111111", dark: "#eeeeee" })).toBe(
    ":root { --accent-light: #111111; --accent-dark: #eeeeee; }",
  );
  expect(composeStyle("")).toBe(":root { --accent-light: #0b5cad; --accent-dark: #8ec5ff; }");
});

test("the package's own brand is as readable as a site's must be", () => {
  for (const scheme of ["light", "dark"] as const)
    expect(contrast(defaultBrand[scheme], backgrounds[scheme])).toBeGreaterThanOrEqual(4.5);
});

test("a stylesheet cannot end its own element", () => {
  expect(composeStyle('a { content: "</style><script>" }')).not.toContain("</");
});

test("the policy allows exactly this stylesheet, by its bytes", () => {
  const style = composeStyle('a { content: "é" }');
  const hash = createHash("sha256").update(style, "utf8").digest("base64");
  expect(contentSecurityPolicy(style)).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'`,
  );
});

test("the page stands on the two backgrounds against which a brand is checked", () => {
  expect(css.match(/(?<=--background: ).*(?=;)/g)).toEqual(Object.values(backgrounds));
});

test("the stylesheet lays out by logical properties alone, so that it holds from right to left", () => {
  const physical = css.match(
    /^\s*(?!line-)(?:[a-z-]+-)?(?:left|right|top|bottom|width|height)(?:-[a-z]+)?:|: (?:left|right);/gm,
  );
  expect(physical).toBeNull();
});
