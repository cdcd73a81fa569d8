import { posix } from "node:path";
import nunjucks from "nunjucks";
import { revealBorrowed } from "../page/borrowed-words.ts";
import type { PlainPolicy } from "../page/plain-policy.ts";
import type { ChoicePage, Group, Policy, SiteList } from "../page/policy.ts";
import {
  type CompiledTemplate,
  createCompile,
  packedTemplates,
  type TemplateCache,
} from "./compile-template.ts";
import { createOnce } from "./render-once.ts";
import { createSplicer, mayForge } from "./splice-bytes.ts";
import { createFaults, type Faults, type Runnable } from "./template-faults.ts";
import { textOfTemplate, type TemplateFile } from "./template-files.ts";
import { TemplateError } from "./template-error.ts";

/** Makes documents as UTF-8. The bytes are overwritten by the next document. */
export interface Renderer {
  /** A whole document. */
  readonly page: (policy: Policy) => Uint8Array;
  /** Only the article, to be pasted into another document. */
  readonly fragment: (policy: Policy) => Uint8Array;
  /** One table, to stand in another document. */
  readonly table: (part: PolicyPart & { readonly group: Group }) => Uint8Array;
  /** What is known of each provider, to stand in another document. */
  readonly providers: (part: PolicyPart) => Uint8Array;
  /** The front matter of a policy in Markdown, and its body. */
  readonly markdown: (paper: MarkdownPaper) => Uint8Array;
  /** What stands below each page of a PDF. */
  readonly pdfFooter: (policy: PlainPolicy) => Uint8Array;
  /** The document that leads to each language. */
  readonly choice: (choice: ChoicePage) => Uint8Array;
  /** The list of a project's sites, for a preview only. */
  readonly sites: (list: SiteList) => Uint8Array;
  /** A short token that stands for finished HTML in the model of the next document. */
  readonly hold: (html: readonly Uint8Array[]) => string;
}

/** A policy of which a part is shown. */
interface PolicyPart {
  readonly policy: Policy;
}

interface MarkdownPaper {
  readonly policy: PlainPolicy;
  /** The first sentences. */
  readonly description: string;
  readonly body: string;
}

type Exports = Readonly<Record<string, unknown>>;

/** The parts of a Nunjucks template that its types leave out. */
interface Template extends Runnable {
  getExported: (done: (error: Error | null, exports?: Exports) => void) => void;
}

/**
 * Compiles a template by itself, so that an error of syntax is reported in its own file. Its macros are made once:
 * Nunjucks would run the whole template again at every import, and an import without context cannot change them.
 */
function compile(environment: nunjucks.Environment, name: string, faults: Faults): void {
  const template = faults.compiling(name, () =>
    environment.getTemplate(name, true),
  ) as unknown as Template;
  faults.locateIn(name, template);
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

/** Hands out what was read; a template may name another as seen from its own place. */
const createLoader = (read: (name: string) => CompiledTemplate | undefined) => ({
  getSource(name: string) {
    // Nunjucks takes code for a text, and `null` for a template that is not there; its types do not know.
    const src = read(name) as unknown as string | undefined;
    return src === undefined ? null! : { src, path: name, noCache: false };
  },
  isRelative: (name: string) => /^\.\.?\//.test(name),
  resolve: (from: string, to: string) => posix.join(posix.dirname(from), to),
});

/**
 * Compiles the templates once. Of those of one name the first is taken, so a project's files stand before the package's.
 * A template that names what its model lacks throws.
 */
export function createRenderer(
  templates: readonly TemplateFile[],
  cache: TemplateCache = packedTemplates,
): Renderer {
  const files = new Map(templates.toReversed().map((file) => [file.name, file]));
  const read = (name: string): CompiledTemplate | undefined => {
    const file = files.get(name);
    return file && compileTemplate(name, textOfTemplate(file));
  };
  const environment = new nunjucks.Environment(createLoader(read), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const splicer = createSplicer();
  const faults = createFaults((name) => files.get(name)?.file ?? name);
  const once = createOnce({
    finish: (html) => Uint8Array.from(splicer.splice(revealBorrowed(html))),
    hold: splicer.hold,
  });
  environment.addExtension("once", once);
  const compileTemplate = createCompile(
    environment,
    [...files.values()].map(textOfTemplate),
    cache,
  );
  for (const [name, file] of files) {
    if (!name.endsWith(".njk")) continue;
    if (mayForge(textOfTemplate(file)))
      throw new TemplateError(`control character U+0001 in ${file.file}, expected text`);
    compile(environment, name, faults);
  }

  function renderWith<Model>(name: string, variables: (model: Model) => object) {
    const template = environment.getTemplate(name);
    return (model: Model) => {
      try {
        const html = faults.rendering(() => template.render(variables(model)));
        return splicer.splice(revealBorrowed(html));
      } finally {
        splicer.forget();
      }
    };
  }
  return {
    page: renderWith("page.njk", (policy) => ({ policy })),
    fragment: renderWith("fragment.njk", (policy) => ({ policy })),
    table: renderWith("table.njk", (part) => part),
    providers: renderWith("providers.njk", (part) => part),
    pdfFooter: renderWith("pdf-footer.njk", (policy) => ({ policy })),
    markdown: renderWith("policy.md.njk", (paper) => paper),
    choice: renderWith("choice.njk", (choice) => ({ choice })),
    sites: renderWith("sites.njk", (list) => list),
    hold: splicer.hold,
  };
}
