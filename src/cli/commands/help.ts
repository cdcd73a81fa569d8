import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { Context } from "../context.ts";

/** Lets `--help` of a command end with examples, and with the document that tells more. */
export function addHelp(
  command: Command,
  { folder }: Context,
  document: string,
  examples: readonly string[],
): Command {
  // The package brings its documents beside its code.
  const path = fileURLToPath(new URL(`../../../docs/${document}`, import.meta.url));
  const lines = examples.map((words) => `  npx cookie-ledger ${words}\n`).join("");
  return command.addHelpText("after", () => {
    const near = relative(folder, path);
    const place = near.startsWith("..") ? path : near;
    return `\nExamples:\n${lines}\nMore: ${place}`;
  });
}
