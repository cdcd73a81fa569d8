import { type AddCommand, projectOption, type ProjectOptions } from "../options.ts";

export interface NewProviderOptions extends ProjectOptions {
  readonly source: string;
  readonly sourceKind: string;
}

export const addProvider: AddCommand = (program, context, end) => {
  const provider = program
    .command("provider")
    .description("begin the file of a provider with what a table tells of it");
  provider
    .command("new")
    .description("make a file of a table in HTML, Markdown or CSV on the standard input")
    .argument("<id>", "the provider, which has no file yet")
    .option(...projectOption)
    .requiredOption("--source <url>", "where the table stands")
    .option("--source-kind <kind>", "what stands there", "documentation")
    .action(async (id: string, options: NewProviderOptions) => {
      const { runNewProvider } = await import("../../run/catalogue/new-provider.ts");
      end(await runNewProvider(id, options, context));
    });
};
