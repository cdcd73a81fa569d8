import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findFile } from "../registry/project.ts";
import { type Registry, type Words, wordsOf } from "../registry/registry.ts";
import type { Site } from "../registry/schema/site.ts";
import { defaultOutputs } from "../registry/schema/vocabulary.ts";
import { describeChoice, describePolicy, type Dress } from "./describe.ts";
import { renderHeaders } from "./headers.ts";
import type { Policy } from "./policy.ts";
import { createRenderer, type Renderer } from "./render.ts";
import { type ResolvedSite, resolveSite } from "./resolve.ts";
import { renderSitemap } from "./sitemap.ts";
import { composeStyle, contentSecurityPolicy } from "./style.ts";
import { createWriter, type Writer } from "./writer.ts";

type PlannedFile = readonly [path: string, render: () => string];

/** Every file of the output, by its path below it, with the function that renders it. */
export type Plan = ReadonlyMap<string, () => string>;

/** `published` pages forbid scripts; those of a `preview` do not, so that it can reload them. */
export type Mode = "published" | "preview";

interface Workshop {
  readonly renderer: Renderer;
  readonly css: string;
  readonly mode: Mode;
  readonly writerOf: (tag: string, site: Site) => Writer | undefined;
}

function dressOf({ site }: ResolvedSite, { css, mode }: Workshop): Dress {
  const style = composeStyle(css, site.brand);
  return {
    style,
    contentSecurityPolicy: mode === "published" ? contentSecurityPolicy(style) : null,
  };
}

function planSite(resolved: ResolvedSite, workshop: Workshop): PlannedFile[] {
  const { id, site } = resolved;
  const { renderer, mode } = workshop;
  const outputs = site.outputs ?? defaultOutputs;
  const dress = dressOf(resolved, workshop);
  const writers = site.languages.flatMap((tag) => workshop.writerOf(tag, site) ?? []);
  const [first, ...others] = writers;
  if (!first) return [];
  const describe = (writer: Writer) => describePolicy(resolved, writer, dress);
  const perLanguage = (file: string, render: (policy: Policy) => string): PlannedFile[] =>
    writers.map((writer) => [`${id}/${writer.tag}/${file}`, () => render(describe(writer))]);
  const fragments = outputs.includes("fragment")
    ? perLanguage("fragment.html", renderer.fragment)
    : [];
  if (!outputs.includes("page")) return fragments;
  const files = [...perLanguage("index.html", renderer.page), ...fragments];
  files.push([
    `${id}/index.html`,
    () => renderer.choice(describeChoice(resolved, [first, ...others], dress)),
  ]);
  if (mode === "published")
    files.push([`${id}/_headers`, () => renderHeaders(contentSecurityPolicy(dress.style))]);
  if (site.policyUrl !== undefined)
    files.push([`${id}/sitemap.xml`, () => renderSitemap(writers.map(describe), first.tag)]);
  return files;
}

/** A platform does not publish its customers, so only a preview lists them. */
function planSiteList({ sites }: Registry, { renderer, css }: Workshop): PlannedFile {
  const list = [...sites.values()].map(({ id, value: { name } }) => ({ id, name }));
  return ["index.html", () => renderer.sites({ style: composeStyle(css), sites: list })];
}

/** What a build writes for these sites; nothing is rendered yet. */
export function planOutput(
  registry: Registry,
  siteIds: Iterable<string>,
  mode: Mode = "published",
): Plan {
  const { folders } = registry.project;
  const [stylesheet = ""] = findFile(folders, join("templates", "page.css"));
  const writers = new Map<Words, Writer>();
  function writerOf(tag: string, site: Site): Writer | undefined {
    const words = wordsOf(registry, tag, site);
    if (!words) return undefined;
    const writer = writers.get(words) ?? createWriter(words, registry);
    writers.set(words, writer);
    return writer;
  }
  const workshop: Workshop = {
    renderer: createRenderer(folders.map((folder) => join(folder, "templates"))),
    css: readFileSync(stylesheet, "utf8"),
    mode,
    writerOf,
  };
  const files = [...siteIds].flatMap((id) => {
    const entry = registry.sites.get(id);
    return entry ? planSite(resolveSite(id, entry.value, registry), workshop) : [];
  });
  if (mode === "preview") files.push(planSiteList(registry, workshop));
  return new Map(files);
}
