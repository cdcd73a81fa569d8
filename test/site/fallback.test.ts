import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { type Files, placesOf, problemsOf, writeProject } from "../project.ts";
import { attributeOf, elementsOf, textOf } from "./rendering.ts";

/** Klingon has a code of its own and never will have words in the package. */
const klingon = "tlh";

const site = `name: Town
url: https://town.example
languages: [en, ${klingon}]
fallback: en
providers: [town]
`;

const files: Files = {
  "data/sites/town.yaml": site,
  "data/providers/town.yaml": `name: Town
cookies:
  - name: "sid"
    function: authentication
    purposes: [remember-user]
    duration: 3 days
`,
  [`content/${klingon}/terms.yaml`]:
    "author: Somebody\nreview: pending\ntitle: tlhIngan Hol\nfunctions: { authentication: ngu' }\n",
};

const render = (project: Files, tag = klingon) => {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject(project)));
  expect(diagnostics).toEqual([]);
  return planOutput(registry, ["town"]).get(`town/${tag}/index.html`)!();
};

describe("a site with a fallback language", () => {
  const html = render(files);

  test("shows what is translated, and the rest in the other language with a lang of its own", () => {
    expect(textOf(elementsOf(html, "h1")[0]!)).toBe("tlhIngan Hol");
    const borrowed = elementsOf(html)
      .filter((element) => element.tagName !== "html" && attributeOf(element, "lang") === "en")
      .map(textOf);
    expect(borrowed).toContain("To remember the user from one page to another");
    expect(borrowed.some((text) => text.startsWith("A cookie is a small piece of data"))).toBe(
      false,
    );
    expect(borrowed.some((text) => text.includes("A cookie is a small piece of data"))).toBe(true);
    expect(borrowed).not.toContain("ngu'");
    expect(html).toContain("ngu&#39;");
  });

  test("leaves no mark behind, neither in attributes nor in the title", () => {
    expect(html).not.toMatch(/[\ue000-\ue002]/);
    for (const element of elementsOf(html))
      for (const { value } of element.attrs) expect(value).not.toContain("<span");
    expect(textOf(elementsOf(html, "title")[0]!)).toBe("tlhIngan Hol – Town");
  });

  test("borrows nothing for the language that lends", () => {
    const lent = elementsOf(render(files, "en"), "span").filter((span) =>
      attributeOf(span, "lang"),
    );
    expect(lent).toEqual([]);
  });
});

test("without a fallback, every missing word is an error", () => {
  const project = { ...files, "data/sites/town.yaml": site.replace("fallback: en\n", "") };
  const places = placesOf(problemsOf(writeProject(project)));
  expect(places).toEqual([`data/sites/town.yaml:3:17 missing-language`]);
  const withProse = {
    ...project,
    [`content/${klingon}/policy.md`]: "## A {#a}\n\n::: cookies\n\n::: rights\n",
  };
  const rules = new Set(
    placesOf(problemsOf(writeProject(withProse))).map((place) => place.split(" ")[1]),
  );
  expect([...rules]).toEqual(["missing-term"]);
});

test("a fallback that has no words is an error", () => {
  const project = {
    ...files,
    "data/sites/town.yaml": site.replace("fallback: en", "fallback: xh"),
  };
  expect(placesOf(problemsOf(writeProject(project)))).toContain(
    "data/sites/town.yaml:4:11 missing-language",
  );
});

test("the marks of borrowed words cannot be forged", () => {
  const project = { ...files, "data/sites/town.yaml": site.replace("Town", "T\ue000own") };
  expect(placesOf(problemsOf(writeProject(project)))).toEqual([
    "data/sites/town.yaml:1:8 control-character",
  ]);
});
