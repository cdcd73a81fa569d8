import { readFileSync } from "node:fs";
import { join } from "node:path";
import { memoize, memoizeByText } from "../../../src/memo.ts";
import { describeChoice, describePolicy } from "../../../src/site/page/describe/describe-page.ts";
import { defaultBrand, dressIn, renderHeaders } from "../../../src/site/render/style.ts";
import type { Brand, ChoicePage, Policy } from "../../../src/site/page/policy.ts";
import { resolveSite, type ResolvedSite } from "../../../src/site/page/resolve-site.ts";
import { createPageLanguage, type PageLanguage } from "../../../src/site/page/language.ts";
import { readProject } from "./read.ts";

/** The pages of one site: what its templates show, in each of its languages and of all of them. */
export interface Site {
  readonly id: string;
  readonly languages: readonly string[];
  readonly resolved: ResolvedSite;
  readonly policy: (language: string) => Policy;
  readonly choice: () => ChoicePage;
  readonly headers: () => string;
}

/**
 * The sites of a generated project with what is shown of each, made by our own functions: so that those who are
 * compared render the same, and none has the advantage of a simpler page.
 */
export function readSites(project: string, installed: string): readonly Site[] {
  const registry = readProject(project, installed);
  const textOf = memoize((html: Uint8Array) => Buffer.from(html).toString());
  const hold = (pieces: readonly Uint8Array[]) => pieces.map(textOf).join("");
  const css = readFileSync(join(installed, "templates", "page.css"), "utf8");
  const writers = new Map(
    [...registry.languages].map(([tag, words]) => [tag, createPageLanguage(words, registry)]),
  );
  const dressOf = memoizeByText((brand: Brand) => dressIn(css, brand, "published"), JSON.stringify);
  return [...registry.sites.values()].map((entry) => {
    const { id, value } = entry;
    const resolved = resolveSite(entry, registry);
    const dress = dressOf(value.brand ?? defaultBrand);
    const spoken = value.languages.map((tag) => writers.get(tag)!) as [
      PageLanguage,
      ...PageLanguage[],
    ];
    return {
      id,
      languages: value.languages,
      resolved,
      policy: (language) => describePolicy(resolved, writers.get(language)!, dress, hold),
      choice: () => describeChoice(resolved, spoken, dress, hold),
      headers: () => renderHeaders({ policy: dress.contentSecurityPolicy, shared: [] }),
    };
  });
}
