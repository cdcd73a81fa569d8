import { existsSync, readdirSync } from "node:fs";
import nunjucks from "nunjucks";
import { revealBorrowed } from "./borrowed.ts";
import { explaining } from "./template-error.ts";
import type { Choice, Policy, SiteList } from "./policy.ts";

export interface Renderer {
  /** A whole document. */
  readonly page: (policy: Policy) => string;
  /** Only the article, to be pasted into another document. */
  readonly fragment: (policy: Policy) => string;
  /** The document that leads to each language. */
  readonly choice: (choice: Choice) => string;
  /** The list of a project's sites, for a preview only. */
  readonly sites: (list: SiteList) => string;
}

const templatesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".njk"),
      )
    : [];

/**
 * Compiles the templates once. A template is taken from the first folder that has it, so a project's folder stands
 * before the package's. A template that names what its model lacks throws.
 */
export function createRenderer(templateFolders: readonly string[]): Renderer {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([...templateFolders], { noCache: false, watch: false }),
    { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
  );
  // Each by itself, so that an error of syntax is reported in its own file.
  for (const name of new Set(templateFolders.flatMap(templatesIn)))
    explaining(() => environment.getTemplate(name, true));

  function renderWith<Model>(name: string, variables: (model: Model) => object) {
    const template = environment.getTemplate(name);
    return (model: Model) => revealBorrowed(explaining(() => template.render(variables(model))));
  }
  return {
    page: renderWith("page.njk", (policy) => ({ policy })),
    fragment: renderWith("fragment.njk", (policy) => ({ policy })),
    choice: renderWith("choice.njk", (choice) => ({ choice })),
    sites: renderWith("sites.njk", (list) => list),
  };
}
