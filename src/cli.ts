import { Command, CommanderError } from "commander";
import { addAdd } from "./cli/commands/add.ts";
import { addAudit } from "./cli/commands/audit.ts";
import { addBuild } from "./cli/commands/build.ts";
import { addDev } from "./cli/commands/dev.ts";
import { addInit } from "./cli/commands/init.ts";
import { addLint } from "./cli/commands/lint.ts";
import { addList } from "./cli/commands/list.ts";
import { addProviders } from "./cli/commands/providers.ts";
import { addSites } from "./cli/commands/sites.ts";
import { addTranslate } from "./cli/commands/translate.ts";
import { type Context, exitStatus, type ExitStatus } from "./cli/context.ts";
import { explainError } from "./cli/errors.ts";
import { createContext } from "./cli/process.ts";

const commands = [
  addBuild,
  addDev,
  addLint,
  addAudit,
  addInit,
  addProviders,
  addAdd,
  addList,
  addSites,
  addTranslate,
];

function createProgram(context: Context, end: (status: ExitStatus) => void): Command {
  const program = new Command("cookie-ledger")
    .description("Makes cookie policies from a registry of service providers.")
    .version(context.version)
    .exitOverride()
    .showHelpAfterError("(add --help for the usage)");
  for (const add of commands) add(program, context, end);
  return program;
}

/** The status of an error that ends a command; what is not foreseen is a fault of ours and shows its stack. */
function statusOf(error: unknown, context: Context | undefined): ExitStatus {
  if (context?.signal.aborted) return exitStatus.impossible;
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
  const explained = explainError(error);
  if (!explained) throw error;
  process.stderr.write(explained.text);
  return explained.status;
}

async function main(): Promise<void> {
  let context: Context | undefined;
  try {
    context = createContext();
    await createProgram(context, (status) => {
      process.exitCode = status;
    }).parseAsync();
  } catch (error) {
    process.exitCode = statusOf(error, context);
  }
}

await main();
