import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { createSiteFiles, templatesOf } from "../../src/site/render/site-files.ts";
import type { Mode } from "../../src/site/page/policy.ts";
import { fixture, temporaryFolder } from "../project.ts";
import { attributeOf, elementsOf, textOf } from "./rendering.ts";
import { checkout } from "../checkout.ts";

const invented = "tlh";

test("a language is added by copying one folder, and appears in output, switcher and alternates", () => {
  const folder = temporaryFolder();
  cpSync(fixture("small"), folder, { recursive: true });
  cpSync(join(packageFolder, "content/fr"), join(folder, "content", invented), { recursive: true });
  const file = join(folder, "data/sites/library.yaml");
  const addresses = ["en", "fr", invented].map(
    (tag) => `  ${tag}: https://library.example/${tag}\n`,
  );
  const site = readFileSync(file, "utf8").replace("[en, fr]", `[en, fr, ${invented}]`);
  writeFileSync(file, `${site}policyUrl:\n${addresses.join("")}`);

  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  const plan = planOutput(registry, ["library"]);
  expect([...plan.keys()]).toContain(`library/${invented}/index.html`);
  expect([...plan.keys()]).toContain(`library/${invented}/fragment.html`);

  const english = elementsOf(plan.get("library/en/index.html")!());
  const linkTo = english.find(
    (element) => element.tagName === "a" && attributeOf(element, "hreflang") === invented,
  );
  expect(attributeOf(linkTo!, "href")).toBe(`https://library.example/${invented}`);
  const alternate = english.find(
    (element) => element.tagName === "link" && attributeOf(element, "hreflang") === invented,
  );
  expect(attributeOf(alternate!, "href")).toBe(`https://library.example/${invented}`);
  expect(plan.get("library/sitemap.xml")!()).toContain(`hreflang="${invented}"`);
  const choice = elementsOf(plan.get("library/index.html")!(), "a").map((link) =>
    attributeOf(link, "href"),
  );
  expect(choice).toContain(`https://library.example/${invented}`);
});

describe("the switch of languages", () => {
  const hrefs = (policyUrl: string, mode: Mode = "published") => {
    const folder = temporaryFolder();
    cpSync(fixture("small"), folder, { recursive: true });
    const file = join(folder, "data/sites/library.yaml");
    writeFileSync(file, readFileSync(file, "utf8") + policyUrl);
    const { registry } = loadRegistry(openProject(folder));
    const pages = new Map(
      createSiteFiles(registry, templatesOf(registry.project), mode)
        .filesOf(registry.sites.get("library")!)
        .map(({ name, render }) => [name, () => Buffer.from(render!()).toString()]),
    );
    const read = (name: string) =>
      elementsOf(pages.get(name)!(), "a").flatMap((link) =>
        attributeOf(link, "hreflang") === undefined ? [] : [attributeOf(link, "href")],
      );
    return [read("en/index.html"), read("index.html")];
  };
  const relative = [
    ["../en/index.html", "../fr/index.html"],
    ["en/index.html", "fr/index.html"],
  ];

  test("leads to where the site says that its pages stand", () => {
    const [english, french] = ["https://a.example/en/cookies", "https://a.example/cookies"];
    expect(hrefs(`policyUrl: { en: ${english}, fr: ${french} }\n`)).toEqual([
      [english, french],
      [english, french],
    ]);
  });

  test("leads to the page beside it where nothing is said of its place", () => {
    expect(hrefs("")).toEqual(relative);
    expect(hrefs("policyUrl: https://a.example/cookies\n")).toEqual([
      ["https://a.example/cookies", "../fr/index.html"],
      ["https://a.example/cookies", "fr/index.html"],
    ]);
  });

  test("stays within a preview", () => {
    expect(hrefs("policyUrl: https://a.example/cookies\n", "preview")).toEqual(relative);
  });
});

test("page and sitemap name the same translations, and the same page for all other readers", () => {
  const plan = planOutput(checkout.registry, ["example-shop"]);
  const page = elementsOf(plan.get("example-shop/fr/index.html")!(), "link");
  const inPage = page.flatMap((link) => {
    const language = attributeOf(link, "hreflang");
    return language === undefined ? [] : [`${language} ${attributeOf(link, "href")}`];
  });
  const sitemap = plan.get("example-shop/sitemap.xml")!().split("<url>").at(-1)!;
  const inSitemap = [...sitemap.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)];
  expect(inPage).toContain("x-default https://shop.example/en/cookies");
  expect(inSitemap.map(([, language, href]) => `${language} ${href}`)).toEqual(inPage);
});

test("the switcher is in collation order of the languages' own names, the same on every page", () => {
  const plan = planOutput(checkout.registry, ["example-outlet"]);
  const names = (tag: string) =>
    elementsOf(plan.get(`example-outlet/${tag}/index.html`)!(), "a")
      .filter((link) => attributeOf(link, "hreflang") !== undefined)
      .map(textOf);
  expect(names("fr")).toEqual(["English", "français"]);
  expect(names("en")).toEqual(names("fr"));
});
