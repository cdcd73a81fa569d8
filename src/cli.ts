import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { BuildOptions } from "./cli/commands/build.ts";
import { CannotBrowse } from "./audit/browse/optional-packages.ts";
import type { AuditCommandOptions } from "./cli/commands/audit.ts";
import { type Context, exitStatus, type ExitStatus, UsageError } from "./cli/context.ts";
import type { LintCommandOptions } from "./cli/commands/lint.ts";
import type { DevOptions } from "./cli/commands/dev.ts";
import type { SitesOptions } from "./cli/commands/sites.ts";
import { addTranslate } from "./cli/commands/translate-commands.ts";
import { printable } from "./report/text.ts";
import { CannotBuild } from "./files/system-error.ts";
import { TemplateError } from "./site/render/template-error.ts";

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
    version: readVersion(),
    runtime: `${process.version} ${process.versions["icu"]} ${process.versions["cldr"]}`,
    isRoot: process.getuid?.() === 0,
    colour: process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
    isTerminal: process.stderr.isTTY && process.env["TERM"] !== "dumb",
    peakMemoryBytes: () => process.resourceUsage().maxRSS * 1024,
    today: () => new Date().toISOString().slice(0, 10),
    signal: ending.signal,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** For an option that is given several times, beside words that are none of its values. */
const append = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

const projectOption = ["--project <dir>", "the project's folder", "."] as const;

function createProgram(context: Context, end: (status: ExitStatus) => void): Command {
  const program = new Command("cookie-ledger")
    .description("Makes cookie policies from a registry of service providers.")
    .version(context.version)
    .exitOverride()
    .showHelpAfterError("(add --help for the usage)");
  program
    .command("build")
    .description("make the pages of every site")
    .option(...projectOption)
    .option("--output <dir>", "where they go (default: _site in the project)")
    .option("--site <id...>", "only these sites; the others stay as they are", [])
    .option("--shard <i/n>", "only the i-th of n shares of the sites, such as 2/8")
    .option("--bulk", "write pages as they are rendered, as is done for many sites anyway")
    .option("--strict", "build nothing if a rule finds an error")
    .option("--json", "tell machines what was built")
    .action(async (options: BuildOptions) => {
      const { runBuild } = await import("./cli/commands/build.ts");
      end(await runBuild(options, context));
    });
  program
    .command("dev")
    .description("build, serve on this machine, and rebuild at every change")
    .option(...projectOption)
    .option("--port <number>", "where to serve", "8080")
    .action(async (options: DevOptions) => {
      const { runDev } = await import("./cli/commands/dev.ts");
      end(await runDev(options, context));
    });
  program
    .command("lint")
    .description("report every problem of the registry, with the reason and its source")
    .option(...projectOption)
    .option("--format <name>", "text, json, github or sarif", "text")
    .option("--jurisdiction <id...>", "judge as if every site were here: FR, UK, …")
    .option("--today <day>", "the day for rules about age (default: the clock's)")
    .option("--strict", "warnings fail the run, too")
    .option("--fix", "mend what has one right answer")
    .action(async (options: LintCommandOptions) => {
      const { runLint } = await import("./cli/commands/lint.ts");
      end(runLint(options, context));
    });
  program
    .command("audit")
    .description("hold what a site declares against what it was seen to set")
    .argument("[files...]", "evidence: HAR, Playwright storageState, cookies.txt, …")
    .option(...projectOption)
    .option("--site <id>", "the site that was visited")
    .option("--format <name>", "text, json, github or sarif", "text")
    .option("--strict", "warnings fail the run, too")
    .option(
      "--browse",
      "look at the site in Chromium: before a choice, after rejecting, after accepting",
    )
    .option(
      "--path <path>",
      "a page to look at, given as often as needed (default: the site's address)",
      append,
    )
    .option("--browser <file>", "the Chrome, Edge or Chromium to use")
    .option("--reject <selector>", "what to click to reject everything")
    .option("--accept <selector>", "what to click to accept everything")
    .option("--save <file>", "keep the evidence, without values, for a later audit")
    .option("--draft", "write a first registry from the evidence instead")
    .option("--url <address>", "the site to draft")
    .action(async (files: string[], options: AuditCommandOptions) => {
      const { runAudit } = await import("./cli/commands/audit.ts");
      end(await runAudit(files, options, context));
    });
  program
    .command("init")
    .description("begin a project: one site, one provider, ready to build")
    .option(...projectOption)
    .action(async (options: { project: string }) => {
      const { runInit } = await import("./cli/commands/init.ts");
      end(runInit(options, context));
    });
  program
    .command("sites")
    .description("list the sites of the registry, or say where the values of one come from")
    .option(...projectOption)
    .option("--explain <id>", "every value of this site, and the place that it came from")
    .action(async (options: SitesOptions) => {
      const { runSites } = await import("./cli/commands/sites.ts");
      end(runSites(options, context));
    });
  addTranslate(program, context, end);
  return program;
}

/** The status of an error that ends a command; what is not foreseen is a fault of ours and shows its stack. */
function explainError(error: unknown, context: Context): ExitStatus {
  if (context.signal.aborted) return exitStatus.impossible;
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
  if (error instanceof TemplateError) {
    context.err(`error: ${printable(error.message)}\nnothing was built\n`);
    return exitStatus.problems;
  }
  if (
    error instanceof UsageError ||
    error instanceof CannotBuild ||
    error instanceof CannotBrowse
  ) {
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
