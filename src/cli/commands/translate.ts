import {
  type AddCommand,
  type ListingOptions,
  listingOption,
  projectOption,
  type ProjectOptions,
} from "./options.ts";

export interface ExportOptions extends ProjectOptions {
  readonly language: readonly string[];
  readonly output?: string;
}

export type StatusOptions = ProjectOptions & ListingOptions;

export const addTranslate: AddCommand = (program, context, end) => {
  const translate = program
    .command("translate")
    .description("hand the words to translators as PO files, and take them back");
  translate
    .command("export")
    .description("write a PO file for each language")
    .option(...projectOption)
    .option("--language <tag...>", "only these languages, new ones among them", [])
    .option("--output <dir>", "where they go (default: po in the project)")
    .action(async (options: ExportOptions) => {
      const { runExport } = await import("../run/translate.ts");
      end(runExport(options, context));
    });
  translate
    .command("import")
    .description("write what a translator gives back into content/")
    .argument("<file.po>")
    .option(...projectOption)
    .action(async (file: string, options: ProjectOptions) => {
      const { runImport } = await import("../run/translate.ts");
      end(runImport(file, options, context));
    });
  translate
    .command("status")
    .description("tell how far every language is")
    .option(...projectOption)
    .addOption(listingOption())
    .action(async (options: StatusOptions) => {
      const { runStatus } = await import("../run/translate.ts");
      end(runStatus(options, context));
    });
};
