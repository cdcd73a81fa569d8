import { type AddCommand, listingOption, type ListingOptions } from "./options.ts";

export const addRules: AddCommand = (program, context, end) => {
  program
    .command("rules")
    .description("list every rule with what it finds")
    .addOption(listingOption())
    .action(async (options: ListingOptions) => {
      const { runListRules } = await import("../run/rules.ts");
      end(runListRules(options, context));
    });
  program
    .command("explain")
    .description("tell of a rule what it finds, why, by which source, and how it is put right")
    .argument("<rule>", "its id, as it stands in brackets in a report")
    .addOption(listingOption())
    .action(async (rule: string, options: ListingOptions) => {
      const { runExplain } = await import("../run/rules.ts");
      end(runExplain(rule, options, context));
    });
};
