import { type Command, InvalidArgumentError, Option } from "commander";
import type { Severities } from "../../rules/severities.ts";
import { reportFormats } from "../../vocabulary/vocabulary.ts";
import type { Context, ExitStatus } from "../context.ts";

/** Adds a command to the program: its words, its options, and its work, which is loaded when it runs. */
export type AddCommand = (
  program: Command,
  context: Context,
  end: (status: ExitStatus) => void,
) => void;

export interface ProjectOptions {
  readonly project?: string;
}

export const projectOption = [
  "--project <dir>",
  "the project's folder (default: the nearest one upwards)",
] as const;

/** How a command that finds problems tells of them, and when it fails. */
export interface ReportOptions extends ProjectOptions {
  readonly format: string;
  readonly outputFile?: string;
  readonly quiet?: true;
  readonly strict?: true;
  readonly maxWarnings?: number;
  /** What the project's settings say, which no flag can. */
  readonly severities?: Severities;
}

/** An option with a list of values; the command itself refuses another, and says what was perhaps meant. */
function choice(flags: string, what: string, values: readonly string[]): Option {
  const [standard] = values;
  const option = new Option(flags, what).default(standard);
  option.argChoices = [...values];
  return option;
}

export const listingFormats = ["text", "json"] as const;
export type ListingFormat = (typeof listingFormats)[number];

/** How a command that lists things prints them. */
export interface ListingOptions {
  readonly format: string;
}

export const listingOption = (): Option =>
  choice("--format <name>", "how to print it", listingFormats);

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number, 0 or more.");
}

export const addReportOptions = (command: Command): Command =>
  command
    .addOption(choice("--format <name>", "the format of the report", reportFormats))
    .option("--output-file <file>", "write the report there")
    .option("--quiet", "report errors alone")
    .option("--strict", "warnings fail the run, too")
    .option("--max-warnings <number>", "more warnings than that fail the run", readCount);
