import { addHelp } from "../help.ts";
import {
  type AddCommand,
  type ListingOptions,
  listingOption,
  projectOption,
  type ProjectOptions,
} from "../options.ts";

export interface ListOptions extends ProjectOptions, ListingOptions {
  readonly language: string;
}

export const addList: AddCommand = (program, context, end) => {
  const command = program
    .command("list")
    .description("list the ids of a vocabulary with their words")
    .argument(
      "<vocabulary>",
      "functions, purposes, conditions, locations, safeguards or jurisdictions",
    )
    .option(...projectOption)
    .option("--language <tag>", "the language of the words", "en")
    .addOption(listingOption())
    .action(async (vocabulary: string, options: ListOptions) => {
      const { runList } = await import("../../run/catalogue/list.ts");
      end(runList(vocabulary, options, context));
    });
  addHelp(command, context, "registry.md", ["list purposes", "list functions --language fr"]);
};
