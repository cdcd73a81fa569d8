import type { Command } from "commander";
import { vocabularies } from "../../../registry/words-of-ids.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import { type Context, exitStatus, type ExitStatus, UsageError } from "../../context.ts";
import { ruleHelp } from "../../report.ts";
import { completionScripts } from "./scripts.ts";
import { completedCommands } from "./words.ts";

const shells = Object.keys(completionScripts) as (keyof typeof completionScripts)[];

/** Prints the script that makes a shell complete the commands, their options and what is known of their arguments. */
export function runCompletion(shell: string, program: Command, context: Context): ExitStatus {
  const known = shells.find((one) => one === shell);
  if (!known) throw new UsageError(`unknown shell "${shell}", ${expectedOneOf(shell, shells)}`);
  const commands = completedCommands(program, {
    completion: shells,
    explain: ruleHelp().map(({ id }) => id),
    list: vocabularies,
  });
  context.out(completionScripts[known](commands));
  return exitStatus.ok;
}
