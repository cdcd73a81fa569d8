import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export const addInit: AddCommand = (program, context, end) =>
  program
    .command("init")
    .description("begin a project: one site, one provider, ready to build")
    .option(...projectOption)
    .action(async (options: ProjectOptions) => {
      const { runInit } = await import("../run/init.ts");
      end(runInit(options, context));
    });
