import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export interface PdfOptions extends ProjectOptions {
  readonly output?: string;
  readonly site: readonly string[];
  readonly browser?: string;
}

export const addPdf: AddCommand = (program, context, end) =>
  program
    .command("pdf")
    .description("print the policy of every site as a PDF, without its pages")
    .option(...projectOption)
    .option("--output <dir>", "where they go (default: _pdf in the project)")
    .option("--site <id...>", "only these sites; the others stay as they are", [])
    .option("--browser <file>", "the Chrome, Edge or Chromium that prints")
    .action(async (options: PdfOptions) => {
      const { runPdf } = await import("../run/pdf.ts");
      end(await runPdf(options, context));
    });
