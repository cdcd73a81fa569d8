import type { Registry } from "../../registry/registry.ts";
import { expectedOneOf } from "../../source/suggestions.ts";
import { categories, type Category } from "../../vocabulary/vocabulary.ts";
import type { Policy } from "../page/policy.ts";
import { sectionsByAnchor } from "./sections.ts";
import { createPolicies } from "./policies.ts";
import { createRenderer } from "./renderer.ts";
import { templatesOf } from "./site-files.ts";

/** A policy, and parts of it, as HTML to stand in a document of somebody else. A name that is unknown throws. */
export interface Parts {
  readonly policy: (site: string, language: string) => string;
  /** What stands under a heading of the second level, heading included; `anchor` is that of the prose. */
  readonly section: (site: string, language: string, anchor: string) => string;
  /** The table of a category; empty where the site has none. */
  readonly table: (site: string, language: string, category: string) => string;
  readonly providers: (site: string, language: string) => string;
}

function pick<Value>(what: string, name: string, options: ReadonlyMap<string, Value>): Value {
  const found = options.get(name);
  if (found !== undefined) return found;
  throw new Error(`unknown ${what} "${name}", ${expectedOneOf(name, [...options.keys()])}`);
}

/** Without empty lines, at which Markdown would take up its own reading. */
const textOf = (html: Uint8Array): string =>
  Buffer.from(html)
    .toString()
    .replaceAll(/\n(?:[ \t]*\n)+/g, "\n")
    .trimStart();

const categoryByName = new Map(categories.map((category) => [category as string, category]));

/** Renders with the templates of the project, and of the package below them. */
export function createParts(registry: Registry): Parts {
  const templates = templatesOf(registry.project);
  const { fragment, table, providers } = createRenderer(templates);
  const policyOf = createPolicies(registry, templates);

  function find(site: string, language: string): Policy {
    const { value } = pick("site", site, registry.sites);
    const languages = new Map(value.languages.map((tag) => [tag, tag]));
    return policyOf(site, pick(`language of site "${site}"`, language, languages))!;
  }

  return {
    policy: (site, language) => textOf(fragment(find(site, language))),
    section(site, language, anchor) {
      const policy = find(site, language);
      const sections = pick("section", anchor, sectionsByAnchor(policy));
      return textOf(fragment({ ...policy, sections }));
    },
    table(site, language, category) {
      const policy = find(site, language);
      const id: Category = pick("category", category, categoryByName);
      const group = policy.groups.find(({ head }) => head.category === id);
      return group ? textOf(table({ policy, group })) : "";
    },
    providers: (site, language) => textOf(providers({ policy: find(site, language) })),
  };
}
