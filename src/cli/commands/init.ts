import { addHelp } from "./help.ts";
import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export const addInit: AddCommand = (program, context, end) => {
  const command = program
    .command("init")
    .description("begin a project: one site, one provider, ready to build")
    .option(...projectOption)
    .action(async (options: ProjectOptions) => {
      const { runInit } = await import("../run/init.ts");
      end(runInit(options, context));
    });
  addHelp(command, context, "registry.md", ["init", "init --project my-policy"]);
};
