import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Cell, GroupHead, Policy, PolicyProvider } from "../../../src/site/page/policy.ts";
import { readSites, type Site } from "../eleventy/model.ts";
import { languages } from "../project/languages.ts";
import { parameter, translateProse } from "./prose.ts";
import { createShelf } from "./shelf.ts";

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const writeData = (folder: string, name: string, value: unknown) =>
  write(join(folder, "data", `${name}.json`), JSON.stringify(value));

/** What every page of a language says, whatever its site. */
function wordsOf(policy: Policy, choices: unknown, sections: readonly (string | null)[]) {
  return {
    language: policy.language,
    title: policy.title,
    labels: policy.labels,
    ways: policy.languages.ways,
    contents: policy.contents.headings,
    choices,
    sections: sections.map((html, index) =>
      html === null
        ? { kind: "cookies" }
        : { kind: "prose", name: `${policy.language.tag}-${index}` },
    ),
    groups: {} as Record<string, Omit<GroupHead, "columns">>,
    columns: {} as Record<string, GroupHead["columns"]>,
  };
}

/** Values and conditions of a site's prose, by the names that the translated prose gives them. */
function valuesOf({ resolved: { site, conditions } }: Site, policy: Policy) {
  const values = {
    "site.name": site.name,
    "site.url": site.url,
    "site.host": new URL(site.url).host,
    "site.controller.name": site.controller?.name,
    "site.controller.email": site.controller?.email,
    "site.controller.dpo": site.controller?.dpo,
    "site.controller.address": site.controller?.address?.join(", "),
    "site.authority.name": site.authority?.name,
    "site.authority.url": site.authority?.url,
    "site.preferences": site.preferences,
    "site.objection": site.objection,
    "site.updated": policy.updated?.text,
  };
  return {
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [parameter(name), value]),
    ),
    conditions: Object.fromEntries([...conditions].map((name) => [parameter(name), true])),
  };
}

/**
 * Writes a Hugo project of the same pages: words and rows in its data, in every language and each once, a short file
 * for every page with what is its own. All that our build has to work out is worked out before.
 */
export function writeHugoProject(folder: string, project: string, installed: string): void {
  cpSync(join(import.meta.dirname, "layouts"), join(folder, "layouts"), { recursive: true });
  cpSync(join(import.meta.dirname, "config.json"), join(folder, "config.json"));
  const rows = createShelf<readonly Cell[]>("r", languages.length);
  const providers = createShelf<PolicyProvider>("p", languages.length);
  const styles = createShelf<{ css: string; policy: string; headers: string }>("s", 1);
  const words = new Map<string, ReturnType<typeof wordsOf>>();

  for (const site of readSites(project, installed)) {
    const policies = languages.map((tag) => site.policy(tag));
    const [first] = policies as [Policy];
    const style = styles.put([
      {
        css: first.style,
        policy: first.contentSecurityPolicy!.replaceAll("'", "&#39;"),
        headers: site.headers(),
      },
    ]);
    const groups = first.groups.map(({ head, rows: ofGroup }, group) => ({
      category: head.id,
      rows: ofGroup.map((_, row) =>
        rows.put(policies.map((policy) => policy.groups[group]!.rows[row]!.cells)),
      ),
    }));
    const shown = first.providers.map((_, index) =>
      providers.put(policies.map((policy) => policy.providers[index]!)),
    );
    const choice = site.choice();
    for (const policy of policies) {
      const { tag } = policy.language;
      if (!words.has(tag)) {
        const prose = translateProse(installed, tag);
        words.set(tag, wordsOf(policy, choice.ways, prose));
        for (const [index, html] of prose.entries())
          if (html !== null)
            write(join(folder, "layouts", "partials", "prose", `${tag}-${index}.html`), html);
      }
      const columns = policy.groups[0]!.head.columns.map(({ id }) => id).join("-");
      for (const { columns: ofGroup, ...head } of policy.groups.map((group) => group.head)) {
        words.get(tag)!.groups[head.id] = head;
        words.get(tag)!.columns[columns] = ofGroup;
      }
      const page = {
        url: `/${site.id}/${tag}/`,
        layout: "policy",
        title: policy.documentTitle,
        lang: tag,
        style,
        columns,
        groups,
        providers: shown,
        controller: policy.controller,
        updated: policy.updated,
        ...valuesOf(site, policy),
      };
      write(
        join(folder, "content", site.id, `${tag}.md`),
        `${JSON.stringify(page, undefined, 1)}\n`,
      );
    }
    const page = {
      url: `/${site.id}/`,
      layout: "choice",
      title: choice.documentTitle,
      outputs: ["html", "headers"],
      lang: choice.language.tag,
      style,
      sitename: choice.site.name,
      siteurl: choice.site.url,
    };
    write(join(folder, "content", site.id, "choice.md"), `${JSON.stringify(page, undefined, 1)}\n`);
  }
  for (const [index, tag] of languages.entries()) {
    writeData(folder, `words/${tag}`, words.get(tag));
    writeData(folder, `rows/${tag}`, rows.things[index]);
    writeData(folder, `providers/${tag}`, providers.things[index]);
  }
  writeData(folder, "styles", styles.things[0]);
}
