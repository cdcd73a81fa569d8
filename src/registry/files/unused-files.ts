import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { basename, join } from "node:path";
import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { didYouMean, expectedOneOf } from "../../source/suggestions.ts";
import { once } from "../../memo.ts";
import { sectionAnchors } from "../../prose/sections.ts";
import { placeOfFile, type TextFile } from "../../source/text-file.ts";
import { isId } from "../../vocabulary/id.ts";
import type { Entry } from "../entry.ts";
import { referenceLanguage } from "../languages/check-terms.ts";
import { textIn } from "../layered-files.ts";
import {
  findFile,
  isPassedOver,
  listFiles,
  openProject,
  packageFolder,
  type Project,
} from "../project.ts";
import type { Site } from "../schema/site.ts";

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
const contentNames = [
  "terms.yaml",
  "vague.yaml",
  "translated-from.yaml",
  "policy.md",
  "policy",
  "sites",
];

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
  remedy = "rename it, or keep it outside of data/, content/ and templates/",
): Diagnostic {
  const stem = name.replace(/\.[a-z]+$/, "");
  const meant = known ?? options.find((option) => option.replace(/\.[a-z]+$/, "") === stem);
  const message = `"${name}" that nothing reads, ${expectedOneOf(name, options)}`;
  const nearest = meant === undefined ? didYouMean(name, options) : `did you mean "${meant}"`;
  const hint = nearest ?? remedy;
  const place = placeOfFile(project.name(join(project.folder, under, name)));
  return createDiagnostic(place, { rule: "unused-file", message, hint });
}

/** `meant` may know of a right name elsewhere, `remedy` what to do where none is near. */
function checkNames(
  project: Project,
  under: string,
  options: readonly string[],
  meant: (name: string) => string | undefined = () => undefined,
  remedy?: string,
): Diagnostic[] {
  const known = new Set(options);
  return entriesIn(project, under).flatMap(({ name }) =>
    known.has(name) ? [] : [unused(project, under, name, options, meant(name), remedy)],
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

/** A language's policy.md, or that of English where it has none. */
function policyOf(project: Project, tag: string): TextFile | undefined {
  const [path] = [tag, referenceLanguage].flatMap((one) =>
    findFile(project.folders, join("content", one, "policy.md")),
  );
  return path === undefined ? undefined : textIn(project)(path).text;
}

/** The names of the files that change a section of a language's policy.md. */
function sectionNames(project: Project, tag: string): string[] {
  const page = policyOf(project, tag);
  return page ? sectionAnchors(page).map((anchor) => `${anchor}.md`) : [];
}

/** What to do with the text of a section that is in no policy.md; `undefined` where that is not the project's own. */
function remedyOfSection(project: Project, tag: string): string | undefined {
  const page = policyOf(project, tag);
  return page && project.owns(page.file)
    ? `${page.file} of the project takes the place of the package's, and has no heading with this anchor: add one there, or delete the text`
    : undefined;
}

/** What stands below the folder of a language. */
function checkLanguage(project: Project, tag: string, sites: ReadonlySet<string>): Diagnostic[] {
  const folder = `content/${tag}`;
  const isOwn = (name: string) => entriesIn(project, folder).some((entry) => entry.name === name);
  const sections = once(() => sectionNames(project, tag));
  const inPolicy = (name: string) =>
    sections().includes(name) ? `${folder}/policy/${name}` : undefined;
  const names = checkNames(project, folder, contentNames, inPolicy);
  const checkSections = (under: string) =>
    checkNames(project, under, sections(), undefined, remedyOfSection(project, tag));
  const ofAll = isOwn("policy") ? checkSections(`${folder}/policy`) : [];
  if (!isOwn("sites")) return [...names, ...ofAll];
  const known = [...sites].flatMap((id) => [`${id}.md`, id]);
  return [
    ...names,
    ...ofAll,
    ...checkNames(project, `${folder}/sites`, known, inPolicy),
    ...entriesIn(project, `${folder}/sites`).flatMap(({ name }) =>
      sites.has(name) ? checkSections(`${folder}/sites/${name}`) : [],
    ),
  ];
}

/** The languages in which the project itself says anything. */
export const ownLanguages = (project: Project): string[] =>
  entriesIn(project, "content").flatMap((entry) =>
    !entry.isFile() && isTag(entry.name) ? [entry.name] : [],
  );

function checkContent(project: Project, sites: ReadonlySet<string>): Diagnostic[] {
  return entriesIn(project, "content").flatMap((entry) => {
    if (!entry.isFile() && isTag(entry.name)) return checkLanguage(project, entry.name, sites);
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
      if (!name.endsWith(".md")) return [];
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

/**
 * Texts of sections that no page shows: no site speaks their language, or all that do have a nearer text. `spared` are the
 * files and folders that are shown, or reported already.
 */
export function findUnusedSections(project: Project, spared: ReadonlySet<string>): Diagnostic[] {
  const nameOf = (path: string) => project.name(join(project.folder, path));
  return entriesIn(project, "content").flatMap(({ name: tag }) => {
    const known = new Set(sectionNames(project, tag));
    const sites = entriesIn(project, `content/${tag}/sites`).flatMap(({ name }) =>
      isId(name) ? [`content/${tag}/sites/${name}`] : [],
    );
    const folders = [`content/${tag}/policy`, ...sites].filter((one) => !spared.has(nameOf(one)));
    return folders.flatMap((under) =>
      entriesIn(project, under).flatMap(({ name }) => {
        const file = nameOf(`${under}/${name}`);
        if (!known.has(name) || spared.has(file)) return [];
        const message = `"${name}" that no page shows, expected a site in "${tag}" that has no nearer text`;
        return [createDiagnostic(placeOfFile(file), { rule: "unused-file", message })];
      }),
    );
  });
}
