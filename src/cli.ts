import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { runBuild, type BuildOptions } from "./cli/build.ts";
import { type Context, exitStatus, type ExitStatus, UsageError } from "./cli/context.ts";
import { type DevOptions, runDev } from "./cli/dev.ts";
import { runInit } from "./cli/init.ts";
import { runLint } from "./cli/lint.ts";
import { printable } from "./report/text.ts";
import { CannotBuild } from "./site/output/cannot-build.ts";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function createContext(): Context {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => ending.abort(signal));
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "EPIPE") process.exit();
    });
  return {
    folder: process.cwd(),
    host: { pid: process.pid, isAlive },
    signal: ending.signal,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

const projectOption = ["--project <dir>", "the project's folder", "."] as const;

function createProgram(context: Context, end: (status: ExitStatus) => void): Command {
  const program = new Command("cookie-ledger")
    .description("Makes cookie policies from a registry of service providers.")
    .version(readVersion())
    .exitOverride()
    .showHelpAfterError("(add --help for the usage)");
  program
    .command("build")
    .description("make the pages of every site")
    .option(...projectOption)
    .option("--output <dir>", "where they go (default: _site in the project)")
    .option("--site <id...>", "only these sites; the others stay as they are", [])
    .action(async (options: BuildOptions) => end(await runBuild(options, context)));
  program
    .command("dev")
    .description("build, serve on this machine, and rebuild at every change")
    .option(...projectOption)
    .option("--port <number>", "where to serve", "8080")
    .action(async (options: DevOptions) => end(await runDev(options, context)));
  program
    .command("lint")
    .description("report every problem of the registry")
    .option(...projectOption)
    .action((options: { project: string }) => end(runLint(options, context)));
  program
    .command("init")
    .description("begin a project: one site, one provider, ready to build")
    .option(...projectOption)
    .action((options: { project: string }) => end(runInit(options, context)));
  return program;
}

/** The status of an error that ends a command; what is not foreseen is a fault of ours and shows its stack. */
function explainError(error: unknown, context: Context): ExitStatus {
  if (context.signal.aborted) return exitStatus.impossible;
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
  if (error instanceof UsageError || error instanceof CannotBuild) {
    context.err(`error: ${error.message.split("\n").map(printable).join("\n")}\n`);
    return error instanceof UsageError ? exitStatus.usage : exitStatus.impossible;
  }
  throw error;
}

async function main(): Promise<void> {
  const context = createContext();
  try {
    await createProgram(context, (status) => {
      process.exitCode = status;
    }).parseAsync();
  } catch (error) {
    process.exitCode = explainError(error, context);
  }
}

await main();
