import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { basename, join } from "node:path";
import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { didYouMean, expectedOneOf } from "../source/suggestions.ts";
import { placeOfFile } from "../source/text-file.ts";
import type { Entry } from "./entry.ts";
import { isPassedOver, listFiles, openProject, packageFolder, type Project } from "./project.ts";
import type { Site } from "./schema/site.ts";

/** What stands below `data/`; providers and sites are listed where they are read. */
const dataNames = [
  "functions.yaml",
  "purposes.yaml",
  "providers",
  "jurisdictions",
  "sites",
  "evidence",
  "schema",
];

/** What stands below `content/` and the tag of a language. */
const contentNames = ["terms.yaml", "vague.yaml", "translated-from.yaml", "policy.md", "sites"];

/** What stands in a folder of the project itself, which is no link; what keeps it from being read is reported by what needs it. */
function entriesIn(project: Project, under: string): Dirent[] {
  const folder = join(project.folder, under);
  try {
    if (!lstatSync(folder).isDirectory()) return [];
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isPassedOver(name));
  } catch {
    return [];
  }
}

/** That nothing reads `name`, a file or folder of the folder `under`, and which of its neighbours may be meant. */
function unused(
  project: Project,
  under: string,
  name: string,
  options: readonly string[],
  known?: string,
): Diagnostic {
  const stem = name.replace(/\.[a-z]+$/, "");
  const meant = known ?? options.find((option) => option.replace(/\.[a-z]+$/, "") === stem);
  const message = `"${name}" that nothing reads, ${expectedOneOf(name, options)}`;
  const nearest = meant === undefined ? didYouMean(name, options) : `did you mean "${meant}"`;
  const hint = nearest ?? "rename it, or keep it outside of data/, content/ and templates/";
  const place = placeOfFile(project.name(join(project.folder, under, name)));
  return createDiagnostic(place, { rule: "unused-file", message, hint });
}

function checkNames(project: Project, under: string, options: readonly string[]): Diagnostic[] {
  const known = new Set(options);
  return entriesIn(project, under).flatMap(({ name }) =>
    known.has(name) ? [] : [unused(project, under, name, options)],
  );
}

/** Whether a folder may hold a language; the first part of a tag that has four letters or more never names one. */
function isTag(name: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(name) && Intl.getCanonicalLocales(name)[0] === name;
  } catch {
    return false;
  }
}

/** The tag of a language that is given by its name, in English or in itself. */
function tagOf(name: string, tags: readonly string[]): string | undefined {
  const said = (tag: string, language: string) =>
    new Intl.DisplayNames([language], { type: "language" }).of(tag)?.toLowerCase();
  const wanted = name.toLowerCase();
  return tags.find((tag) => [tag.toLowerCase(), said(tag, "en"), said(tag, tag)].includes(wanted));
}

function checkContent(project: Project, sites: ReadonlySet<string>): Diagnostic[] {
  const introductions = [...sites].map((id) => `${id}.md`);
  return entriesIn(project, "content").flatMap((entry) => {
    const folder = `content/${entry.name}`;
    if (!entry.isFile() && isTag(entry.name))
      return [
        ...checkNames(project, folder, contentNames),
        ...checkNames(project, `${folder}/sites`, introductions),
      ];
    const tags = [...listFiles(openProject(packageFolder), "content").files.keys()];
    return [unused(project, "content", entry.name, tags, tagOf(entry.name, tags))];
  });
}

/** Paths of files below `templates/`, seen from there, and of folders named as one of `files`. */
const templatesIn = (
  project: Project,
  files: readonly string[] = [],
  under = "templates",
): string[] =>
  entriesIn(project, under).flatMap((entry) => {
    const path = `${under}/${entry.name}`;
    const name = path.replace("templates/", "");
    return entry.isDirectory() && !files.includes(name)
      ? templatesIn(project, files, path)
      : [name];
  });

/** Templates that are neither the package's nor named in another one of the project, and empty ones. */
function checkTemplates(project: Project): Diagnostic[] {
  const known = templatesIn(openProject(packageFolder));
  const own = templatesIn(project, known);
  if (own.length === 0) return [];
  const pathOf = (name: string) => join(project.folder, "templates", name);
  const isNamed = (name: string) =>
    own.some(
      (one) =>
        one !== name && project.read(pathOf(one)).text?.text.includes(basename(name)) === true,
    );
  return own.flatMap((path) => {
    if (!known.includes(path) && !isNamed(path)) return [unused(project, "templates", path, known)];
    const stats = lstatSync(pathOf(path), { throwIfNoEntry: false });
    if (stats?.isDirectory()) return project.read(pathOf(path)).diagnostics;
    if (!path.endsWith(".njk") || stats?.size !== 0) return [];
    const message = "template that says nothing, expected a text";
    const hint = "delete the file: the template of the package then takes its place";
    const place = placeOfFile(project.name(pathOf(path)));
    return [createDiagnostic(place, { rule: "empty-text", message, hint })];
  });
}

/** Files and folders of a project that nothing reads: most often one letter keeps them off the page. */
export const findUnusedFiles = (project: Project, sites: ReadonlySet<string>): Diagnostic[] => [
  ...checkNames(project, "data", dataNames),
  ...checkContent(project, sites),
  ...checkTemplates(project),
];

/** Introductions that no page shows, since their site builds none, or not in that language. */
export const findUnusedIntroductions = (
  project: Project,
  abstract: ReadonlySet<string>,
  sites: ReadonlyMap<string, Entry<Site>>,
): Diagnostic[] =>
  entriesIn(project, "content").flatMap(({ name: tag }) =>
    entriesIn(project, `content/${tag}/sites`).flatMap(({ name }) => {
      const id = name.replace(/\.md$/, "");
      const languages = sites.get(id)?.value.languages;
      const isUnused = languages && !languages.includes(tag);
      if (!isUnused && !abstract.has(id)) return [];
      const message = isUnused
        ? `introduction of "${id}" in "${tag}", ${expectedOneOf(tag, languages)}`
        : `introduction of "${id}", which is abstract, expected one of a site with pages`;
      const place = placeOfFile(project.name(join(project.folder, "content", tag, "sites", name)));
      return [createDiagnostic(place, { rule: "unused-file", message })];
    }),
  );
