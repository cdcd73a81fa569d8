import {
  type AddCommand,
  formatOption,
  projectOption,
  type ProjectOptions,
  strictOption,
} from "./options.ts";

export interface LintOptions extends ProjectOptions {
  readonly format: string;
  readonly jurisdiction?: readonly string[];
  readonly today?: string;
  readonly strict?: true;
  readonly fix?: true;
}

export const addLint: AddCommand = (program, context, end) =>
  program
    .command("lint")
    .description("report every problem of the registry, with the reason and its source")
    .option(...projectOption)
    .option(...formatOption)
    .option("--jurisdiction <id...>", "judge as if every site were here: FR, UK, …")
    .option("--today <day>", "the day for rules about age (default: the clock's)")
    .option(...strictOption)
    .option("--fix", "mend what has one right answer")
    .action(async (options: LintOptions) => {
      const { runLint } = await import("../run/lint.ts");
      end(runLint(options, context));
    });
