import type { Command } from "commander";
import type { Context, ExitStatus } from "../context.ts";
import type { ExportOptions } from "./translate.ts";

const projectOption = ["--project <dir>", "the project's folder", "."] as const;

/** Adds `translate` with its three commands. */
export function addTranslate(
  program: Command,
  context: Context,
  end: (status: ExitStatus) => void,
): void {
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
      const { runExport } = await import("./translate.ts");
      end(runExport(options, context));
    });
  translate
    .command("import")
    .description("write what a translator gives back into content/")
    .argument("<file.po>")
    .option(...projectOption)
    .action(async (file: string, options: { project: string }) => {
      const { runImport } = await import("./translate.ts");
      end(runImport(file, options, context));
    });
  translate
    .command("status")
    .description("tell how far every language is")
    .option(...projectOption)
    .action(async (options: { project: string }) => {
      const { runStatus } = await import("./translate.ts");
      end(runStatus(options, context));
    });
}
