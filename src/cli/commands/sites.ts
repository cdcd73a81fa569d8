import { addHelp } from "./help.ts";
import {
  type AddCommand,
  type ListingOptions,
  listingOption,
  projectOption,
  type ProjectOptions,
} from "./options.ts";

export interface SitesOptions extends ProjectOptions, ListingOptions {
  readonly explain?: string;
}

export const addSites: AddCommand = (program, context, end) => {
  const command = program
    .command("sites")
    .description("list the sites of the registry, or say where the values of one come from")
    .option(...projectOption)
    .option("--explain <id>", "every value of this site, and the place that it came from")
    .addOption(listingOption())
    .action(async (options: SitesOptions) => {
      const { runSites } = await import("../run/sites.ts");
      end(runSites(options, context));
    });
  addHelp(command, context, "registry.md", ["sites", "sites --explain my-site"]);
};
