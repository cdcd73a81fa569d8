import { type AddCommand, projectOption, type ProjectOptions } from "./options.ts";

export interface ProvidersOptions extends ProjectOptions {
  readonly kind?: string;
  readonly host?: string;
  readonly cookie?: string;
}

export const addProviders: AddCommand = (program, context, end) =>
  program
    .command("providers")
    .description("list the providers that a site can name, or show one")
    .argument("[id]", "the provider to show")
    .option(...projectOption)
    .option("--kind <kind>", "only of this kind: analytics, video, consent, …")
    .option("--host <host>", "only those of this host")
    .option("--cookie <name>", "only those that set something of this name")
    .action(async (id: string | undefined, options: ProvidersOptions) => {
      const { runProviders } = await import("../run/catalogue/providers.ts");
      end(runProviders(id, options, context));
    });
