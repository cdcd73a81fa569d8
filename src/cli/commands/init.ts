import { Option } from "commander";
import { addHelp } from "./help.ts";
import type { AddCommand, ProjectOptions } from "./options.ts";

/** The servers for which a pipeline can be written. */
export const pipelines = ["github", "gitlab", "none"] as const;

export interface InitOptions extends ProjectOptions {
  readonly name?: string;
  readonly url?: string;
  readonly language?: readonly string[];
  readonly country?: readonly string[];
  readonly controller?: string;
  readonly email?: string;
  readonly authority?: string;
  readonly service?: readonly string[];
  readonly feature?: readonly string[];
  readonly banner?: string;
  readonly from?: readonly string[];
  readonly ci?: string;
}

/** Collects the items of an option that may be given several times, of each the parts between commas. */
const collect = (value: string, earlier: readonly string[] = []): string[] => [
  ...earlier,
  ...value.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()])),
];

export const addInit: AddCommand = (program, context, end) => {
  const pipeline = new Option("--ci <name>", "a pipeline that lints: github, gitlab or none");
  // The command itself refuses another, and says what was perhaps meant.
  pipeline.argChoices = [...pipelines];
  const command = program
    .command("init")
    .description("begin a project; on a terminal it asks what no option says")
    .option("--project <dir>", "the project's folder (default: the working folder)")
    .option("--name <text>", "the site's name")
    .option("--url <address>", "the site that the policy is about")
    .option("--language <tag...>", "the languages of its pages, such as en,de", collect)
    .option(
      "--country <code...>",
      "the countries of its visitors, by codes or names, such as DE,FR",
      collect,
    )
    .option("--controller <name>", "who answers for the data")
    .option("--email <address>", "where the controller is reached")
    .option("--authority <text>", "where to complain: a name and an address")
    .option("--service <id...>", "what the site uses: providers, or names that have none", collect)
    .option("--feature <id...>", "the features of theirs that the site uses", collect)
    .option("--banner <id>", "its consent banner, a provider of the kind consent")
    .option("--from <file...>", "begin with what these show: evidence, or an old list of cookies")
    .addOption(pipeline)
    .action(async (options: InitOptions) => {
      const { runInit } = await import("../run/init/init.ts");
      end(await runInit(options, context));
    });
  addHelp(command, context, "commands.md", [
    "init",
    "init --project my-policy --url https://www.example.org --language en,de --country DE",
    "init --service matomo --banner vanilla-cookieconsent --ci github",
    "init --from visit.har --url https://www.example.org",
  ]);
};
