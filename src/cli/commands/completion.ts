import type { AddCommand } from "./options.ts";

export const addCompletion: AddCommand = (program, context, end) =>
  program
    .command("completion")
    .description("print what lets a shell complete commands, options and rules")
    .argument("<shell>", "bash, zsh or fish")
    .action(async (shell: string) => {
      const { runCompletion } = await import("../run/completion/completion.ts");
      end(runCompletion(shell, program, context));
    });
