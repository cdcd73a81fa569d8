/** The part of Eleventy's configuration that this program uses; Eleventy 3 brings no types. */
export interface EleventyConfig {
  addExtension(extension: string, options: EleventyExtension): void;
  addTemplateFormats(formats: string): void;
  addTemplate(path: string, content: string, data: Data): void;
  addGlobalData(name: string, value: () => unknown): void;
  addShortcode(name: string, render: (...words: string[]) => string): void;
  addWatchTarget(path: string): void;
  on(event: "eleventy.before", listener: () => void): void;
}

interface EleventyExtension {
  readonly outputFileExtension: string;
  readonly compile: (content: string) => (data: Data) => string;
  readonly compileOptions: { readonly permalink: (permalink: unknown) => unknown };
}

/** What stands in the data cascade of a page, front matter included. */
type Data = Readonly<Record<string, unknown>>;

/** Adds a page, or several by pagination; `name` tells it from others, `render` sees its data. */
export type AddPages = (name: string, frontMatter: Data, render: (data: Data) => string) => void;

/** The extension of the pages, which no file has. */
const format = "cookie-ledger";

/**
 * Lets a configuration have pages that functions render. They are of a format of their own, so that nothing of the
 * host's is rendered, ignored or left out that would not be without them.
 */
export function openPages(
  config: Pick<EleventyConfig, "addExtension" | "addTemplateFormats" | "addTemplate">,
): AddPages {
  const renderers = new Map<string, (data: Data) => string>();
  config.addExtension(format, {
    outputFileExtension: "html",
    compile: (name) => (data) => renderers.get(name)!(data),
    // Eleventy 3.0 calls no permalink of a format that does not ask for it.
    compileOptions: {
      permalink: (permalink) => (typeof permalink === "function" ? permalink : () => permalink),
    },
  });
  config.addTemplateFormats(format);
  return (name, frontMatter, render) => {
    renderers.set(name, render);
    config.addTemplate(`${name}.${format}`, name, frontMatter);
  };
}
