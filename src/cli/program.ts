import { Command, CommanderError } from "commander";
import { addAdd } from "./commands/add.ts";
import { addAudit } from "./commands/audit.ts";
import { addBuild } from "./commands/build.ts";
import { addDev } from "./commands/dev.ts";
import { addExport } from "./commands/export.ts";
import { addImport } from "./commands/import.ts";
import { addInit } from "./commands/init.ts";
import { addLint } from "./commands/lint.ts";
import { addList } from "./commands/list.ts";
import { addProvider } from "./commands/provider.ts";
import { addProviders } from "./commands/providers.ts";
import { addSchema } from "./commands/schema.ts";
import { addSites } from "./commands/sites.ts";
import { addTranslate } from "./commands/translate.ts";
import { type Context, exitStatus, type ExitStatus } from "./context.ts";
import { explainError } from "./errors.ts";

const commands = [
  addBuild,
  addDev,
  addLint,
  addAudit,
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
];

function createProgram(context: Context, end: (status: ExitStatus) => void): Command {
  const program = new Command("cookie-ledger")
    .description("Makes cookie policies from a registry of service providers.")
    .version(context.version)
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .showHelpAfterError("(add --help for the usage)");
  for (const add of commands) add(program, context, end);
  return program;
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
