import { join } from "node:path";
import type { Entry } from "../../registry/entry.ts";
import { writeSignal } from "../../exporters/formats/gpc.ts";
import type { Project } from "../../registry/project.ts";
import { type BaseRegistry, type Words, wordsOf } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { defaultOutputs } from "../../vocabulary/vocabulary.ts";
import { describeExport, signalOf } from "../page/describe/describe-export.ts";
import { describeFacts, revisionOf } from "../page/describe/describe-facts.ts";
import { describeSheet } from "../page/describe/describe-sheet.ts";
import {
  describeChoice,
  describePlace,
  describePolicy,
  type Dress,
  joinHtml,
} from "../page/describe/describe-page.ts";
import { pdfName } from "../page/other-formats.ts";
import { dependsOnSetting, type Setting } from "../page/place-preferences.ts";
import { mapTexts, plainPolicy } from "../page/plain-policy.ts";
import { describeDocument, describeInShort } from "../papers/document.ts";
import { type Paper, printers } from "../papers/printers.ts";
import { legible, legibleLines } from "../papers/legible.ts";
import { writeMarkdown } from "../papers/markdown.ts";
import { createDress, defaultBrand, renderHeaders } from "./style.ts";
import type { Mode, Policy } from "../page/policy.ts";
import { memoize } from "../../memo.ts";
import { exportedFiles } from "./exported-files.ts";
import type { OutputFile } from "./output-file.ts";
import { createRenderer } from "./renderer.ts";
import { type ResolvedSite, resolveSite } from "../page/resolve-site.ts";
import { renderSitemap } from "./sitemap.ts";
import { readTemplates, type TemplateFile } from "./template-files.ts";
import { createPageLanguage, type PageLanguage } from "../page/language.ts";

/** Renders sites one after another; whatever several of them share is made once. */
export interface SiteFiles {
  /** The files of a site; nothing is rendered yet. */
  readonly filesOf: (site: Entry<Site>) => OutputFile[];
  /** The list of sites that only a preview has. */
  readonly renderSites: (sites: readonly { id: string; name: string }[]) => Uint8Array;
}

/** Tables that programs read, too; the other papers are for people. */
const isForPrograms = ({ name }: OutputFile): boolean => name.endsWith(".csv");

const renderJson = (value: object): Uint8Array =>
  Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);

/** Reads the templates of a project, and of the package below it. */
export const templatesOf = ({ folders, name }: Project): TemplateFile[] =>
  readTemplates(
    folders.map((folder) => join(folder, "templates")),
    name,
  );

/** `templates` are those of the project and of the package, by `templatesOf`. */
export function createSiteFiles(
  registry: BaseRegistry,
  templates: readonly TemplateFile[],
  mode: Mode,
): SiteFiles {
  const isPreview = mode === "preview";
  const renderer = createRenderer(templates);
  const { hold } = renderer;
  const writerOf = memoize((words: Words) => createPageLanguage(words, registry));

  const dressOf = createDress(templates, mode);

  // A preview stands elsewhere than the pages will.
  const placed = ({ policyUrl, ...site }: Site): Site =>
    mode === "published" && policyUrl !== undefined ? { ...site, policyUrl } : site;

  const policyData = (resolved: ResolvedSite, writer: PageLanguage, dress: Dress): object => ({
    version: 1,
    revision: revisionOf(resolved, registry),
    ...plainPolicy(describePolicy(resolved, writer, dress, joinHtml)),
  });

  const legiblePolicy = (policy: Policy) => mapTexts(plainPolicy(policy), legible);

  function renderMarkdown(policy: Policy): Uint8Array {
    const plain = legiblePolicy(policy);
    const blocks = describeDocument(plain);
    const description = describeInShort(blocks);
    return renderer.markdown({ policy: plain, description, body: writeMarkdown(blocks) });
  }

  function paperOf(resolved: ResolvedSite, writer: PageLanguage, dress: Dress): Paper {
    const policy = legiblePolicy(describePolicy(resolved, writer, dress, joinHtml));
    return {
      policy,
      sheet: () => mapTexts(describeSheet(resolved, writer), legibleLines),
      page: () => Buffer.from(renderer.page(describePolicy(resolved, writer, dress, hold))),
      pdfFooter: () => Buffer.from(renderer.pdfFooter(policy)),
    };
  }

  return {
    filesOf(entry) {
      const { value: site } = entry;
      const shownIn = (setting: Setting) =>
        resolveSite({ ...entry, value: placed(site) }, registry, setting);
      const resolved = shownIn("alone");
      const withinSite = dependsOnSetting(site) ? shownIn("within-site") : resolved;
      const outputs = site.outputs ?? defaultOutputs;
      const dress = dressOf(site.brand ?? defaultBrand);
      const words = site.languages.flatMap((tag) => wordsOf(registry, tag, site) ?? []);
      const [first, ...others] = words.map(writerOf);
      if (!first) return [];
      const perLanguage = (
        file: string,
        shown: ResolvedSite,
        render: (policy: Policy) => Uint8Array,
        keep: typeof hold = hold,
      ): OutputFile[] =>
        words.map((one) => ({
          name: `${one.tag}/${file}`,
          words: [one],
          render: (sizeOf) => {
            const pdfBytes = sizeOf?.(`${one.tag}/${pdfName}`);
            return render(describePolicy(shown, writerOf(one), dress, keep, pdfBytes));
          },
        }));
      const fragments = outputs.includes("fragment")
        ? perLanguage("fragment.html", withinSite, renderer.fragment)
        : [];
      const data = outputs.includes("json")
        ? [
            ...words.map((one) => ({
              name: `${one.tag}/policy.json`,
              words: [one],
              render: () => renderJson(policyData(withinSite, writerOf(one), dress)),
            })),
            {
              name: "cookies.json",
              words,
              render: () => renderJson(describeFacts(resolved, words.map(writerOf), registry)),
            },
          ]
        : [];
      const markdown = outputs.includes("markdown")
        ? perLanguage("policy.md", resolved, renderMarkdown, joinHtml)
        : [];
      const papers = printers
        .filter(({ output }) => outputs.includes(output) && !(isPreview && output === "pdf"))
        .flatMap(({ file, print }) =>
          words.map((one): OutputFile => ({
            name: `${one.tag}/${file}`,
            words: [one],
            print: async (press) => print(paperOf(resolved, writerOf(one), dress), press),
          })),
        );
      const sourceIn = (shown: readonly Words[]) =>
        describeExport(resolved, shown.map(writerOf), registry);
      const exported = exportedFiles(
        outputs,
        words,
        resolved.providers.map(({ provider }) => provider.id),
        sourceIn,
      );
      const stated = signalOf(site);
      const signal: OutputFile[] = stated
        ? [
            {
              name: ".well-known/gpc.json",
              words: [],
              render: () => Buffer.from(writeSignal(stated)),
            },
          ]
        : [];
      const headers = renderHeaders({
        policy: outputs.includes("page") ? dress.contentSecurityPolicy : null,
        shared: [...data, ...exported, ...markdown, ...papers.filter(isForPrograms)].map(
          ({ name }) => name,
        ),
      });
      const beside: OutputFile[] = [
        ...fragments,
        ...data,
        ...markdown,
        ...papers,
        ...exported,
        ...signal,
        ...(headers === "" || mode === "preview"
          ? []
          : [{ name: "_headers", words: [], render: () => Buffer.from(headers) }]),
      ];
      if (!outputs.includes("page")) return beside;
      const choice = (): Uint8Array =>
        renderer.choice(describeChoice(resolved, [first, ...others], dress, hold));
      const files: OutputFile[] = [
        ...perLanguage("index.html", resolved, renderer.page),
        ...beside,
        { name: "index.html", words, render: choice },
      ];
      const sitemap = () => {
        const places = [first, ...others].map((writer: PageLanguage) =>
          describePlace(resolved, writer),
        );
        return Buffer.from(renderSitemap(places));
      };
      if (site.policyUrl !== undefined)
        files.push({ name: "sitemap.xml", words: [], render: sitemap });
      return files;
    },
    renderSites: (sites) => {
      const { style } = dressOf(defaultBrand);
      return renderer.sites({ style: hold([style]), sites });
    },
  };
}
