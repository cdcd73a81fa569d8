/** The part of Eleventy 3.1 that this project uses; the package brings no types. */
declare module "@11ty/eleventy" {
  interface UserConfig {
    readonly ignores: Set<string>;
    setUseGitIgnore(enabled: boolean): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseTemplateCache(enabled: boolean): void;
    addTemplate(virtualPath: string, template: VirtualTemplate): void;
    addWatchTarget(path: string): void;
    addPlugin<Options>(
      plugin: (config: UserConfig, options: Options) => void,
      options: Options,
    ): void;
    on(event: "eleventy.before", listener: () => void | Promise<void>): void;
  }

  interface VirtualTemplate {
    data(): Record<string, unknown>;
    render(data: { file: string }): string;
  }

  interface Page {
    /** Begins with the output folder. */
    readonly outputPath: string;
    readonly content: string;
  }

  class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        source: "cli";
        quietMode: boolean;
        configPath: null;
        config(config: UserConfig): void;
      },
    );
    toJSON(): Promise<Page[]>;
  }
}
