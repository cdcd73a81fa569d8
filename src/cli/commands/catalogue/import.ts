import { type AddCommand, projectOption, type ProjectOptions } from "../options.ts";

export interface ImportOptions extends ProjectOptions {
  readonly from?: string;
  readonly site?: string;
  readonly url?: string;
}

export const addImport: AddCommand = (program, context, end) =>
  program
    .command("import")
    .description("bring lists of cookies that others wrote into a project")
    .argument("<files...>", "a policy page, an export of a banner, a spreadsheet, …")
    .option("--from <format>", "what the files are (default: told by what they hold)")
    .option(...projectOption)
    .option("--site <id>", "the site that the lists are of")
    .option("--url <address>", "its address, where no list says it")
    .action(async (files: string[], options: ImportOptions) => {
      const { runListImport } = await import("../../run/import/import.ts");
      end(await runListImport(files, options, context));
    });
