import { addHelp } from "../help.ts";
import { type AddCommand, projectOption, type ProjectOptions } from "../options.ts";

export interface AddOptions extends ProjectOptions {
  readonly site?: string;
  readonly feature: readonly string[];
}

export const addAdd: AddCommand = (program, context, end) => {
  const command = program
    .command("add")
    .description("name providers in the file of a site")
    .argument("<id...>", "providers, as the command providers lists them")
    .option(...projectOption)
    .option("--site <id>", "the site that uses them (default: the only one)")
    .option("--feature <id...>", "the features of theirs that the site uses", [])
    .action(async (ids: string[], options: AddOptions) => {
      const { runAdd } = await import("../../run/catalogue/add.ts");
      end(runAdd(ids, options, context));
    });
  addHelp(command, context, "catalogue.md", [
    "add matomo vimeo",
    "add matomo --feature heatmaps --site my-site",
  ]);
};
