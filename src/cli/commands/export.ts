import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export interface ExportSiteOptions extends ProjectOptions {
  readonly site?: string;
  readonly to: string;
  readonly language?: readonly string[];
  readonly provider?: string;
  readonly output?: string;
}

export const addExport: AddCommand = (program, context, end) =>
  program
    .command("export")
    .description("write a site as the configuration of a consent banner, or as another list")
    .option(...projectOption)
    .option("--site <id>", "the site (default: the only one)")
    .requiredOption("--to <format>", "vanilla-cookieconsent, klaro, …")
    .option("--language <tag...>", "only these languages")
    .option("--provider <id>", "of a format that is about one provider: which")
    .option("--output <file>", "where it goes (default: standard output)")
    .action(async (options: ExportSiteOptions) => {
      const { runExportSite } = await import("../run/export.ts");
      end(runExportSite(options, context));
    });
