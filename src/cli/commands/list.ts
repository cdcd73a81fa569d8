import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export interface ListOptions extends ProjectOptions {
  readonly language: string;
}

export const addList: AddCommand = (program, context, end) =>
  program
    .command("list")
    .description("list the ids of a vocabulary with their words")
    .argument(
      "<vocabulary>",
      "functions, purposes, conditions, locations, safeguards or jurisdictions",
    )
    .option(...projectOption)
    .option("--language <tag>", "the language of the words", "en")
    .action(async (vocabulary: string, options: ListOptions) => {
      const { runList } = await import("../run/catalogue/list.ts");
      end(runList(vocabulary, options, context));
    });
