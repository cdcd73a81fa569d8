import type { Severities } from "../../rules/severities.ts";
import { addHelp } from "./help.ts";
import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export interface DevOptions extends ProjectOptions {
  readonly port: string | number;
  readonly severities?: Severities;
}

export const addDev: AddCommand = (program, context, end) => {
  const command = program
    .command("dev")
    .description("build, serve on this machine, and rebuild at every change")
    .option(...projectOption)
    .option("--port <number>", "where to serve", "8080")
    .action(async (options: DevOptions) => {
      const { runDev } = await import("../run/dev.ts");
      end(await runDev(options, context));
    });
  addHelp(command, context, "commands.md", ["dev", "dev --port 9000"]);
};
