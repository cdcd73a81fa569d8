import type { UserConfig } from "@11ty/eleventy";

/** Eleventy wants an input folder that exists; nothing in it is read. */
const input = import.meta.dirname;

/** Where Eleventy believes to write; it never does. */
export const hostOutput = "output";

/** A run of Eleventy without a configuration of its own; gives the pages that `configure` adds. */
export async function runEleventy(
  configure: (config: UserConfig) => void,
): Promise<{ outputPath: string; content: string }[]> {
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(input, hostOutput, {
    source: "cli",
    quietMode: true,
    configPath: null,
    config: (config) => {
      config.setUseTemplateCache(false);
      configure(config);
    },
  });
  return eleventy.toJSON();
}

/** A run of Eleventy that has no pages of its own and ends when `work` does, however that ends. */
export async function hostRun(work: Promise<unknown>): Promise<void> {
  await runEleventy((config) => {
    config.setUseGitIgnore(false);
    config.ignores.clear();
    config.ignores.add("**/*");
    config.on("eleventy.before", async () => {
      await work.catch(() => undefined);
    });
  });
}
