/** The part of Eleventy 3 and 4 that a build uses; the package brings no types. */
declare module "@11ty/eleventy" {
  interface Page {
    /** Begins with the output folder. */
    readonly outputPath: string;
    readonly content: string;
  }

  class Eleventy<Config> {
    constructor(
      input: string,
      output: string,
      options: {
        source: "cli";
        quietMode: boolean;
        configPath: null;
        config(config: Config): void;
      },
    );
    toJSON(): Promise<Page[]>;
  }
}
