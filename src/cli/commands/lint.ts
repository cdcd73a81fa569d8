import { addHelp } from "./help.ts";
import { type AddCommand, addReportOptions, projectOption, type ReportOptions } from "./options.ts";

export interface LintOptions extends ReportOptions {
  readonly site: readonly string[];
  readonly jurisdiction?: readonly string[];
  readonly today?: string;
  readonly fix?: true;
  readonly baseline?: true;
}

export const addLint: AddCommand = (program, context, end) => {
  const command = program
    .command("lint")
    .description("report every problem of the registry, with the reason and its source")
    .argument("[paths...]", "only what stands in these files and folders")
    .option(...projectOption)
    .option("--site <id...>", "only what concerns these sites", []);
  addReportOptions(command)
    .option("--jurisdiction <id...>", "judge as if every site were here: FR, UK, …")
    .option("--today <day>", "the day for rules about age (default: the clock's)")
    .option("--fix", "mend what has one right answer")
    .option("--baseline", "put off what is wrong now: later runs report what is new")
    .action(async (paths: string[], options: LintOptions) => {
      const { runLint } = await import("../run/lint/lint.ts");
      end(runLint(paths, options, context));
    });
  addHelp(command, context, "rules.md", [
    "lint",
    "lint data/sites",
    "lint --site my-site --quiet",
    "lint --format sarif --output-file lint.sarif",
    "lint --fix",
    "lint --baseline",
  ]);
};
