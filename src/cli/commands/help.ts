import { join, relative } from "node:path";
import type { Command } from "commander";
import type { Context } from "../context.ts";

/** Lets `--help` of a command end with examples, and with the document that tells more. */
export function addHelp(
  command: Command,
  { folder, documents }: Context,
  document: string,
  examples: readonly string[],
): Command {
  const path = join(documents, document);
  const lines = examples.map((words) => `  npx cookie-ledger ${words}\n`).join("");
  return command.addHelpText("after", () => {
    const near = relative(folder, path);
    const place = near.startsWith("..") ? path : near;
    return `\nExamples:\n${lines}\nMore: ${place}`;
  });
}
