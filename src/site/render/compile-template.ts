import { compileFunction } from "node:vm";
import nunjucks from "nunjucks";
import { once } from "../../memo.ts";
import { openPackageCache } from "../../registry/files/package-cache.ts";

/** The parts of Nunjucks that its types leave out. */
interface Compiler {
  readonly compile: (
    text: string,
    asyncFilters: readonly unknown[],
    extensions: readonly unknown[],
    name: string,
    options: object,
  ) => string;
}

interface Environment {
  readonly asyncFilters: readonly unknown[];
  readonly extensionsList: readonly unknown[];
  readonly opts: object;
}

const { compiler } = nunjucks as unknown as { compiler: Compiler };

/** The lines that set the variables of a loop; text that a template shows never begins a line of its code. */
const loopVariables = /^frame\.set\("loop\.\w+", .*\);\n/gm;

/** A template as what Nunjucks takes in the place of its text. */
export interface CompiledTemplate {
  readonly type: "code";
  readonly obj: object;
}

/** Keeps the code of templates between runs of the program; what it hands out was made of the same text. */
export interface TemplateCache {
  readonly get: (name: string, text: string) => string | undefined;
  readonly set: (name: string, text: string, code: string) => void;
}

const packed = once(openPackageCache);

/** The templates of the package as they were compiled when it was packed; what is compiled now is not kept. */
export const packedTemplates: TemplateCache = {
  get: (name, text) => packed()(`templates/${name}`, text)?.code,
  set: () => {},
};

/**
 * Compiles templates for an environment. Nunjucks sets eight variables at every turn of a loop; where no template of
 * these names any of them, none is set.
 */
export function createCompile(
  environment: nunjucks.Environment,
  texts: readonly string[],
  cache: TemplateCache,
): (name: string, text: string) => CompiledTemplate {
  const { asyncFilters, extensionsList, opts } = environment as unknown as Environment;
  const hasLoop = texts.some((text) => /\bloop\b/.test(text));
  return (name, text) => {
    const known = cache.get(name, text);
    const code = known ?? compiler.compile(text, asyncFilters, extensionsList, name, opts);
    if (known === undefined) cache.set(name, text, code);
    const run = compileFunction(hasLoop ? code : code.replaceAll(loopVariables, ""), [], {
      filename: name,
    }) as () => object;
    return { type: "code", obj: run() };
  };
}
