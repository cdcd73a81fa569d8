import { addHelp } from "./help.ts";
import type { Severities } from "../../rules/severities.ts";
import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export interface BuildOptions extends ProjectOptions {
  readonly output?: string;
  readonly site: readonly string[];
  readonly shard?: string;
  readonly bulk?: true;
  readonly browser?: string;
  readonly strict?: true;
  readonly json?: true;
  readonly severities?: Severities;
}

export const addBuild: AddCommand = (program, context, end) => {
  const command = program
    .command("build")
    .description("make the pages of every site")
    .option(...projectOption)
    .option("--output <dir>", "where they go (default: _site in the project)")
    .option("--site <id...>", "only these sites; the others stay as they are", [])
    .option("--shard <i/n>", "only the i-th of n shares of the sites, such as 2/8")
    .option("--bulk", "write pages as they are rendered, as is done for many sites anyway")
    .option("--browser <file>", "the Chrome, Edge or Chromium that prints PDFs")
    .option("--strict", "build nothing if a rule finds an error")
    .option("--json", "tell machines what was built")
    .action(async (options: BuildOptions) => {
      const { runBuild } = await import("../run/build.ts");
      end(await runBuild(options, context));
    });
  addHelp(command, context, "commands.md", [
    "build",
    "build --site my-site --output public",
    "build --strict --json",
  ]);
};
