import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { createParts } from "../../src/site/render/parts.ts";
import { createSiteFiles, templatesOf } from "../../src/site/render/site-files.ts";
import { problemsOf, writeProject } from "../project.ts";

const projectWith = (preferences: string): string =>
  writeProject({
    "data/providers/town.yaml": `name: Town
operator: site
cookies:
  - name: "theme"
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
`,
    "data/sites/town.yaml": `name: Town
url: https://town.example/start
languages: [en, fr]
providers: [town]
outputs: [page, fragment, json]
preferences: ${preferences}
`,
  });

/** The links by which the summary of a file of the site lets visitors choose. */
function waysIn(preferences: string, file: string): string[] {
  const { registry } = loadRegistry(openProject(projectWith(preferences)));
  const { filesOf } = createSiteFiles(registry, templatesOf(registry.project), "published");
  const found = filesOf(registry.sites.get("town")!).find(({ name }) => name === file)!;
  const text = Buffer.from(found.render!()).toString();
  const [ways = ""] = /<ul class="cookie-policy-ways"[^]*?<\/ul>/.exec(text) ?? [];
  return [...ways.matchAll(/<a [^>]*>/g)].map(([link]) => link);
}

const waysOnPage = (preferences: string, language = "en") =>
  waysIn(preferences, `${language}/index.html`);
const waysInFragment = (preferences: string, language = "en") =>
  waysIn(preferences, `${language}/fragment.html`);

describe("an address", () => {
  test("is where the links lead, on a page alone and within the site", () => {
    const address = "https://town.example/choose";
    expect(waysOnPage(address)).toEqual([`<a href="${address}">`]);
    expect(waysInFragment(address)).toEqual([`<a href="${address}">`]);
  });
});

describe("the id of an element", () => {
  test("is an element of the page that the policy stands in, and on a page alone one of the site", () => {
    expect(waysInFragment('"#settings"')).toEqual(['<a href="#settings">']);
    expect(waysOnPage('"#settings"')).toEqual(['<a href="https://town.example/start#settings">']);
  });

  test("may be another in each language, beside addresses", () => {
    const both = '{ en: "#settings", fr: https://town.example/fr/choix }';
    expect(waysInFragment(both)).toEqual(['<a href="#settings">']);
    expect(waysOnPage(both, "fr")).toEqual(['<a href="https://town.example/fr/choix">']);
    expect(waysInFragment(both, "fr")).toEqual(['<a href="https://town.example/fr/choix">']);
  });
});

describe("a banner", () => {
  test("is opened by an attribute where it runs; a page alone leads to the site", () => {
    expect(waysInFragment("{ banner: vanilla-cookieconsent }")).toEqual([
      '<a href="https://town.example/start" data-cc="show-preferencesModal">',
    ]);
    expect(waysOnPage("{ banner: vanilla-cookieconsent }")).toEqual([
      '<a href="https://town.example/start">',
    ]);
  });

  test("is opened by where the link leads, if that is what it listens to", () => {
    expect(waysInFragment("{ banner: tarteaucitron }")).toEqual(['<a href="#tarteaucitron">']);
    expect(waysOnPage("{ banner: tarteaucitron }")).toEqual([
      '<a href="https://town.example/start#tarteaucitron">',
    ]);
  });

  test("is in what templates and programs are given, too", () => {
    const folder = projectWith("{ banner: vanilla-cookieconsent }");
    const { registry } = loadRegistry(openProject(folder));
    expect(createParts(registry).policy("town", "en")).toContain("data-cc=");
  });
});

test.each([
  [
    "{ banner: klaro }",
    'banner "klaro" opens only by a script, expected one of "vanilla-cookieconsent", "tarteaucitron", or the address where its settings are',
  ],
  ["{ banner: vanila-cookieconsent }", 'banner "vanila-cookieconsent" is not known, expected '],
  [
    '"#two words"',
    'bad URL "#two words", expected an absolute address that starts with "https://"',
  ],
  ["javascript:alert(1)", 'bad URL "javascript:alert(1)"'],
  ["{ en: '#' }", 'bad URL "#"'],
])("%s is no way to choose", (preferences, message) => {
  const [problem] = problemsOf(projectWith(preferences));
  expect(problem?.message).toContain(message);
});
