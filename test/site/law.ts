import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import type { Registry } from "../../src/registry/registry.ts";
import type { Terms } from "../../src/registry/schema/terms.ts";
import { createSiteFiles, templatesOf } from "../../src/site/render/site-files.ts";
import { type Files, writeProject } from "../project.ts";
import { elementsIn, textOf } from "./rendering.ts";

/** Every place whose law is known. */
export const places = readdirSync(join(packageFolder, "data/jurisdictions"))
  .map((name) => name.replace(/\.yaml$/, ""))
  .toSorted();

/** The words of the package in each language. */
export const termsIn: ReadonlyMap<string, Terms> = new Map(
  readdirSync(join(packageFolder, "content")).map((tag) => [
    tag,
    parse(readFileSync(join(packageFolder, "content", tag, "terms.yaml"), "utf8")) as Terms,
  ]),
);

const own = `name: Own Software
operator: site
cookies:
  - name: "session"
    function: session-keeping
    purposes: [remember-user]
    duration: session
`;

const acme = `name: Acme
entity: Acme Holding
country: SG
transfers: [{ country: SG }]
cookies:
  - name: "theme"
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: "visitor"
    function: audience-measurement
    purposes: [measure-audience]
    duration: 13 months
  - name: "profile"
    function: retargeting
    purposes: [profile-interests]
    domain: acme.example
    duration: 13 months
`;

/** What a site states unless it is given. */
const common: Readonly<Record<string, string>> = {
  name: "Example Site",
  url: "https://site.example",
  controller: "{ name: Example Company, email: privacy@site.example }",
  outputs: "[fragment]",
  languages: "[en]",
  providers: "[own, acme]",
};

/** Sites by id, each with the keys that are given. They use software of their own, and a provider with a cookie of each category. */
export function loadSites(sites: Readonly<Record<string, string>>, files: Files = {}): Registry {
  const written = Object.entries(sites).map(([id, keys]) => {
    const missing = Object.entries(common).filter(
      ([key]) => !new RegExp(`^${key}:`, "m").test(keys),
    );
    const lines = missing.map(([key, value]) => `${key}: ${value}\n`);
    return [`data/sites/${id}.yaml`, lines.join("") + keys];
  });
  const folder = writeProject({
    "data/providers/own.yaml": own,
    "data/providers/acme.yaml": acme,
    ...Object.fromEntries(written),
    ...files,
  });
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return registry;
}

/** Renders the files of a site as text, by name. */
export function renderFiles(registry: Registry) {
  const { filesOf } = createSiteFiles(registry, templatesOf(registry.project), "published");
  return (id: string): ReadonlyMap<string, () => string> =>
    new Map(
      filesOf(registry.sites.get(id)!).map(({ name, render }) => [
        name,
        () => Buffer.from(render!()).toString(),
      ]),
    );
}

/** The English fragment of a site of these keys. */
export const fragmentOf = (keys: string, files?: Files): string =>
  renderFiles(loadSites({ site: keys }, files))("site").get("en/fragment.html")!();

/** The texts of the elements of a fragment that have this name, in an element of that class. */
export function textsOf(html: string, tag: string, inside?: string): string[] {
  const elements = elementsIn(parseFragment(html));
  const within = elements.filter(({ attrs }) => attrs.some(({ value }) => value === inside));
  const found = inside === undefined ? elements : within.flatMap(elementsIn);
  return [...new Set(found)].filter(({ tagName }) => tagName === tag).map(textOf);
}

export const textIn = (html: string): string => textOf(parseFragment(html));
