import nunjucks from "nunjucks";
import type { Choice, Policy } from "./policy.ts";

export interface Renderer {
  /** A whole document. */
  readonly page: (policy: Policy) => string;
  /** Only the article, to be pasted into another document. */
  readonly fragment: (policy: Policy) => string;
  /** The document that leads to each language. */
  readonly choice: (choice: Choice) => string;
}

/**
 * Compiles the templates once. A template is taken from the first folder that has it, so a project's folder stands
 * before the package's. A template that names what its model lacks throws.
 */
export function createRenderer(templateFolders: readonly string[]): Renderer {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([...templateFolders], { noCache: false, watch: false }),
    { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
  );
  const compile = (name: string) => environment.getTemplate(name, true);
  const [page, fragment, choice] = [
    compile("page.njk"),
    compile("fragment.njk"),
    compile("choice.njk"),
  ];
  return {
    page: (policy) => page.render({ policy }),
    fragment: (policy) => fragment.render({ policy }),
    choice: (model) => choice.render({ choice: model }),
  };
}
