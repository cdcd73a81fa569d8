import { openJurisdictions } from "../../../src/registry/jurisdictions.ts";
import { openProject } from "../../../src/registry/project.ts";
import { readOfficialNames } from "../../../src/registry/languages/languages.ts";
import { providersOf } from "../../providers.ts";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { parseDuration } from "../../../src/vocabulary/duration.ts";
import type { Entry } from "../../../src/registry/entry.ts";
import type { Registry, Words } from "../../../src/registry/registry.ts";
import type { Cookie, Provider } from "../../../src/registry/schema/provider.ts";
import type { Terms } from "../../../src/registry/schema/terms.ts";
import type { Site } from "../../../src/registry/schema/site.ts";
import { languages } from "../project/languages.ts";

type Mapping = Record<string, unknown>;

const readYaml = (file: string) => parse(readFileSync(file, "utf8")) as Mapping;

const readFolder = (folder: string) =>
  new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [basename(name, ".yaml"), readYaml(join(folder, name))]),
  );

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Durations as the pages need them; everything else stays as it was written. */
function readDurations(cookie: Mapping): Mapping {
  const read = (key: string) =>
    typeof cookie[key] === "string" ? { [key]: parseDuration(cookie[key]) } : {};
  return { ...cookie, ...read("duration"), ...read("dataRetention") };
}

function readPick(pick: unknown): unknown {
  if (!isMapping(pick) || !isMapping(pick["override"])) return pick;
  const overrides = Object.entries(pick["override"]) as [string, Mapping][];
  return {
    ...pick,
    override: Object.fromEntries(overrides.map(([name, one]) => [name, readDurations(one)])),
  };
}

function mergeParents(file: Mapping, files: ReadonlyMap<string, Mapping>): Mapping {
  const parent = files.get(String(file["extends"]));
  const { abstract: _, ...below } = parent ? mergeParents(parent, files) : {};
  const merged: Mapping = { ...below, ...file };
  for (const [key, value] of Object.entries(file))
    if (isMapping(value) && isMapping(below[key])) merged[key] = { ...below[key], ...value };
  return merged;
}

const entry = <T>(id: string, value: T): Entry<T> => ({
  id,
  value,
  layers: [] as never,
  place: () => ({}) as never,
});

function readWords(installed: string, tag: string): Words {
  const file = join(installed, "content", tag, "policy.md");
  return {
    tag,
    terms: entry(tag, readYaml(join(installed, "content", tag, "terms.yaml")) as unknown as Terms),
    prose: { file, text: readFileSync(file, "utf8") },
    intros: new Map(),
    sections: { ofAll: new Map(), ofSites: new Map() },
    vague: [] as never,
    translatedFrom: {} as never,
  };
}

/**
 * A generated project as someone would read it who needs its pages and nothing else: parsed by `yaml`, parents merged,
 * nothing validated, no places kept.
 */
export function readProject(project: string, installed: string): Registry {
  const providers = readFolder(join(project, "data", "providers"));
  const files = readFolder(join(project, "data", "sites"));
  const sites = [...files].flatMap(([id, file]) =>
    file["abstract"] === true ? [] : [[id, mergeParents(file, files)] as const],
  );
  return {
    project: {} as never,
    functions: readYaml(join(installed, "data", "functions.yaml")),
    purposes: readYaml(join(installed, "data", "purposes.yaml")) as Registry["purposes"],
    providers: providersOf(
      new Map(
        [...providers].map(([id, file]) => {
          const cookies = (file["cookies"] as Mapping[]).map((one) => readDurations(one) as Cookie);
          return [id, entry(id, { ...file, cookies } as unknown as Provider)];
        }),
      ),
    ),
    jurisdictions: openJurisdictions(openProject(installed)).jurisdictions,
    namesIn: readOfficialNames(openProject(installed)),
    sites: new Map(
      sites.map(([id, site]) => [
        id,
        entry(id, {
          ...site,
          providers: (site["providers"] as unknown[]).map(readPick),
        } as unknown as Site),
      ]),
    ),
    languages: new Map(languages.map((tag) => [tag, readWords(installed, tag)])),
    files: [],
    unread: { sites: [], providers: [] },
    originals: () => new Map(),
  } as Registry;
}
