import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { addAdd } from "./commands/catalogue/add.ts";
import { addAudit } from "./commands/audit.ts";
import { addBuild } from "./commands/build.ts";
import { addCompletion } from "./commands/completion.ts";
import { addDev } from "./commands/dev.ts";
import { addExport } from "./commands/export.ts";
import { addImport } from "./commands/catalogue/import.ts";
import { addInit } from "./commands/init.ts";
import { addLint } from "./commands/lint.ts";
import { addList } from "./commands/catalogue/list.ts";
import { addProvider } from "./commands/catalogue/provider.ts";
import { addProviders } from "./commands/catalogue/providers.ts";
import { addPdf } from "./commands/pdf.ts";
import { addRules } from "./commands/rules.ts";
import { addSchema } from "./commands/schema.ts";
import { addSites } from "./commands/sites.ts";
import type { ProjectOptions } from "./commands/options.ts";
import { addTranslate } from "./commands/translate.ts";
import { type Context, exitStatus, type ExitStatus } from "./context.ts";
import { explainError } from "./errors.ts";
import { resolveProject } from "./project-folder.ts";

const commands = [
  addBuild,
  addPdf,
  addDev,
  addLint,
  addAudit,
  addRules,
  addExport,
  addInit,
  addProviders,
  addProvider,
  addAdd,
  addImport,
  addList,
  addSchema,
  addSites,
  addTranslate,
  addCompletion,
];

function createProgram(context: Context, end: (status: ExitStatus) => void): Command {
  const program = new Command("cookie-ledger")
    .description("Makes cookie policies from a registry of service providers.")
    .version(context.version)
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .showHelpAfterError("(add --help for the usage)");
  program.hook("preAction", (_, command) => settle(command, context));
  for (const add of commands) add(program, context, end);
  return program;
}

/** Lets a command that works on a project run as the project's settings say. */
async function settle(command: Command, context: Context): Promise<void> {
  if (!command.options.some((option) => option.attributeName() === "project")) return;
  const { project } = command.opts<ProjectOptions>();
  const folder = resolveProject(project, context);
  const { settingsFile } = await import("../registry/project.ts");
  if (!existsSync(join(folder, settingsFile))) return;
  const { applySettings } = await import("./settings.ts");
  applySettings(command, folder, context);
}

/** The status of an error that ends a command; what is not foreseen is a fault of ours and shows its stack. */
function statusOf(error: unknown, context: Context): ExitStatus {
  if (context.signal.aborted) return exitStatus.impossible;
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
  const explained = explainError(error);
  if (!explained) throw error;
  context.err(explained.text);
  return explained.status;
}

/** Runs the command that these words name, and returns the status that it ends with. */
export async function runProgram(words: readonly string[], context: Context): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.ok;
  try {
    const program = createProgram(context, (end) => {
      status = end;
    });
    await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    return statusOf(error, context);
  }
}
