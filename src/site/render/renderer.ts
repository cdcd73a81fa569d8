import { existsSync, readdirSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import nunjucks from "nunjucks";
import { revealBorrowed } from "../page/borrowed-words.ts";
import type { ChoicePage, Policy, SiteList } from "../page/policy.ts";
import { createOnce } from "./render-once.ts";
import { createSplicer, mayForge } from "./splice-bytes.ts";

/** A template cannot be read, or names what its model lacks; the message says where. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

const namedPlace = /\((?<path>[^()]+\.njk)\)(?: \[Line (?<line>\d+), Column (?<column>\d+)\])?/g;

/** Runs `act`, folding the chain of messages of a template that imports others into one sentence. */
function explaining<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const { path, line, column } = [...message.matchAll(namedPlace)].at(-1)?.groups ?? {};
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    const reason = message.split("\n").at(-1)?.trim();
    // Nunjucks counts lines in the template that it imports but names the one that imports it.
    throw new TemplateError(`in ${place} or a template that it imports: ${reason}`, { cause });
  }
}

/** Makes documents as UTF-8. The bytes are overwritten by the next document. */
export interface Renderer {
  /** A whole document. */
  readonly page: (policy: Policy) => Uint8Array;
  /** Only the article, to be pasted into another document. */
  readonly fragment: (policy: Policy) => Uint8Array;
  /** The document that leads to each language. */
  readonly choice: (choice: ChoicePage) => Uint8Array;
  /** The list of a project's sites, for a preview only. */
  readonly sites: (list: SiteList) => Uint8Array;
  /** A short token that stands for finished HTML in the model of the next document. */
  readonly hold: (html: readonly Uint8Array[]) => string;
}

const templatesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".njk"),
      )
    : [];

type Exports = Readonly<Record<string, unknown>>;

/** The parts of a Nunjucks template that its types leave out. */
interface Template {
  readonly tmplStr: string;
  getExported: (done: (error: Error | null, exports?: Exports) => void) => void;
}

/**
 * Compiles a template by itself, so that an error of syntax is reported in its own file. Its macros are made once:
 * Nunjucks would run the whole template again at every import, and an import without context cannot change them.
 */
function compile(environment: nunjucks.Environment, name: string): void {
  const template = explaining(() => environment.getTemplate(name, true)) as unknown as Template;
  if (mayForge(template.tmplStr))
    throw new TemplateError(`control character U+0001 in the template "${name}", expected text`);
  const make = template.getExported.bind(template);
  let made: Exports | undefined;
  template.getExported = (...parts) => {
    const done = parts.at(-1)!;
    if (parts.length > 1) make(...parts);
    else if (made) done(null, made);
    else
      make((error, exports) => {
        made = exports;
        done(error, exports);
      });
  };
}

/** Finds templates in folders, the first that has one; so does one that another names as seen from its own place. */
function createLoader(folders: readonly string[]): nunjucks.FileSystemLoader {
  const loader = new nunjucks.FileSystemLoader([...folders], { noCache: false, watch: false });
  return Object.assign(loader, {
    resolve(from: string, to: string): string {
      const path = resolve(dirname(from), to);
      const folder = folders.find((one) => path.startsWith(one + sep));
      return folder === undefined ? path : relative(folder, path).split(sep).join("/");
    },
  });
}

/**
 * Compiles the templates once. A template is taken from the first folder that has it, so a project's folder stands
 * before the package's. A template that names what its model lacks throws.
 */
export function createRenderer(templateFolders: readonly string[]): Renderer {
  const environment = new nunjucks.Environment(createLoader(templateFolders), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const splicer = createSplicer();
  const once = createOnce({
    finish: (html) => Uint8Array.from(splicer.splice(revealBorrowed(html))),
    hold: splicer.hold,
  });
  environment.addExtension("once", once);
  for (const name of new Set(templateFolders.flatMap(templatesIn))) compile(environment, name);

  function renderWith<Model>(name: string, variables: (model: Model) => object) {
    const template = environment.getTemplate(name);
    return (model: Model) => {
      try {
        const html = explaining(() => template.render(variables(model)));
        return splicer.splice(revealBorrowed(html));
      } finally {
        splicer.forget();
      }
    };
  }
  return {
    page: renderWith("page.njk", (policy) => ({ policy })),
    fragment: renderWith("fragment.njk", (policy) => ({ policy })),
    choice: renderWith("choice.njk", (choice) => ({ choice })),
    sites: renderWith("sites.njk", (list) => list),
    hold: splicer.hold,
  };
}
