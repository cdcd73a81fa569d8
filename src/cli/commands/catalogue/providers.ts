import { addHelp } from "../help.ts";
import {
  type AddCommand,
  type ListingOptions,
  listingOption,
  projectOption,
  type ProjectOptions,
} from "../options.ts";

export interface ProvidersOptions extends ProjectOptions, ListingOptions {
  readonly kind?: string;
  readonly host?: string;
  readonly cookie?: string;
}

export const addProviders: AddCommand = (program, context, end) => {
  const command = program
    .command("providers")
    .description("list the providers that a site can name, or show one")
    .argument("[id]", "the provider to show")
    .option(...projectOption)
    .option("--kind <kind>", "only of this kind: analytics, video, consent, …")
    .option("--host <host>", "only those of this host")
    .option("--cookie <name>", "only those that set something of this name")
    .addOption(listingOption())
    .action(async (id: string | undefined, options: ProvidersOptions) => {
      const { runProviders } = await import("../../run/catalogue/providers.ts");
      end(runProviders(id, options, context));
    });
  addHelp(command, context, "catalogue.md", ["providers --kind analytics", "providers matomo"]);
};
