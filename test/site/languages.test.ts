import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { fixture, temporaryFolder } from "../project.ts";
import { attributeOf, elementsOf, textOf } from "./rendering.ts";

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
  expect(attributeOf(linkTo!, "href")).toBe(`../${invented}/index.html`);
  const alternate = english.find(
    (element) => element.tagName === "link" && attributeOf(element, "hreflang") === invented,
  );
  expect(attributeOf(alternate!, "href")).toBe(`https://library.example/${invented}`);
  expect(plan.get("library/sitemap.xml")!()).toContain(`hreflang="${invented}"`);
  const choice = elementsOf(plan.get("library/index.html")!(), "a").map((link) =>
    attributeOf(link, "href"),
  );
  expect(choice).toContain(`${invented}/index.html`);
});

test("the switcher is in collation order of the languages' own names, the same on every page", () => {
  const { registry } = loadRegistry(openProject(packageFolder));
  const plan = planOutput(registry, ["example-outlet"]);
  const names = (tag: string) =>
    elementsOf(plan.get(`example-outlet/${tag}/index.html`)!(), "a")
      .filter((link) => attributeOf(link, "hreflang") !== undefined)
      .map(textOf);
  expect(names("fr")).toEqual(["English", "français"]);
  expect(names("en")).toEqual(names("fr"));
});
