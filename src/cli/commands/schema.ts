import { addHelp } from "./help.ts";
import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export const addSchema: AddCommand = (program, context, end) => {
  const command = program
    .command("schema")
    .description("write the schemas by which editors check the files and complete ids")
    .option(...projectOption)
    .action(async (options: ProjectOptions) => {
      const { runSchema } = await import("../run/schema.ts");
      end(runSchema(options, context));
    });
  addHelp(command, context, "registry.md", ["schema"]);
};
