import { join } from "node:path";
import { type Diagnostic } from "../../diagnostic.ts";
import { memoize } from "../../memo.ts";
import type { SectionText } from "../../prose/compose.ts";
import type { TextFile } from "../../source/text-file.ts";
import { sourceOf } from "../../source/yaml-file.ts";
import { isId } from "../../vocabulary/id.ts";
import { buildEntry, draftOf, type RawEntry } from "../entry.ts";
import { textIn } from "../layered-files.ts";
import { listFiles, type Project } from "../project.ts";
import { placeInSection, sectionSchema } from "../schema/section.ts";

/** A text of a project in a section of policy.md. */
export interface Section extends SectionText {
  /** The mark of the English that it takes the place of, as it was when this was written. */
  readonly english: string | undefined;
}

/** The texts of a language in sections of its policy.md, by the anchor of the section. */
export interface Sections {
  readonly ofAll: ReadonlyMap<string, Section>;
  /** Those on a site and all that extend it, by the id of the site. */
  readonly ofSites: ReadonlyMap<string, ReadonlyMap<string, Section>>;
}

const frontMatter = /^---[ \t]*\r?\n(?<keys>[^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, " ");

/** Reads the text of a section, once; without `section` the diagnostics say why. */
const readSection = memoize(
  (whole: TextFile): { section?: Omit<Section, "anchor">; diagnostics: Diagnostic[] } => {
    const { 0: head, groups } = frontMatter.exec(whole.text) ?? { 0: "" };
    const keys = groups?.["keys"];
    if (keys === undefined)
      return { section: { text: whole, how: "replaces", english: undefined }, diagnostics: [] };
    const begin = head.indexOf("\n") + 1;
    const { file, text } = whole;
    const front = { file, text: blank(head.slice(0, begin)) + keys };
    const { source, ...ofSource } = sourceOf(front);
    if (!source) return ofSource;
    const { entry, diagnostics } = buildEntry(draftOf(file, [source]), sectionSchema);
    if (!entry) return { diagnostics };
    const { how, words } = placeInSection(entry.value);
    const section = {
      text: { file, text: blank(head) + text.slice(head.length) },
      how,
      ...(words === undefined ? {} : { paragraph: { words, place: source.place([how]) } }),
      english: entry.value.english,
    };
    return { section, diagnostics };
  },
);

function readFolder(project: Project, under: string) {
  const sections = new Map<string, Section>();
  const listed = listFiles(project, under);
  const diagnostics = [...listed.diagnostics];
  for (const [name, [path = ""]] of listed.files) {
    const read = textIn(project)(path);
    const { section, ...ofSection } = read.text ? readSection(read.text) : { diagnostics: [] };
    diagnostics.push(...read.diagnostics, ...ofSection.diagnostics);
    const anchor = name.replace(/\.md$/, "");
    if (section) sections.set(anchor, { ...section, anchor });
  }
  return { sections, diagnostics };
}

/** Reads what a project has in the sections of a language's policy.md, for all sites and for single ones. */
export function readSections(
  project: Project,
  tag: string,
): { sections: Sections; diagnostics: Diagnostic[] } {
  const ofAll = readFolder(project, join("content", tag, "policy"));
  const sites = [...listFiles(project, join("content", tag, "sites")).files.keys()].filter(isId);
  const read = sites.map((id) => ({
    id,
    ...readFolder(project, join("content", tag, "sites", id)),
  }));
  return {
    sections: {
      ofAll: ofAll.sections,
      ofSites: new Map(read.map(({ id, sections }) => [id, sections])),
    },
    diagnostics: [ofAll, ...read].flatMap(({ diagnostics }) => diagnostics),
  };
}

export const allSections = ({ ofAll, ofSites }: Sections): Section[] =>
  [ofAll, ...ofSites.values()].flatMap((one) => [...one.values()]);

/** A site, the one that it extends, the one that that one extends, and so on. */
export const lineageOf = ({ id, layers }: Pick<RawEntry, "id" | "layers">): string[] => [
  id,
  ...layers.flatMap(({ value }) =>
    typeof value["extends"] === "string" ? [value["extends"]] : [],
  ),
];

/** What a site has in the sections of its prose: of each the nearest, its own before those of the sites it extends. */
export function sectionsOf({ ofAll, ofSites }: Sections, lineage: readonly string[]): Section[] {
  if (ofAll.size === 0 && ofSites.size === 0) return [];
  const farthestFirst = [ofAll, ...lineage.toReversed().flatMap((id) => ofSites.get(id) ?? [])];
  return [...new Map(farthestFirst.flatMap((one) => [...one])).values()];
}
