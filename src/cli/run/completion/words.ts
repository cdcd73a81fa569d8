import type { Command } from "commander";

/** A word that may come next, and what it means. */
interface CompletedWord {
  readonly word: string;
  readonly description: string;
}

/** What may stand behind a command. */
export interface Completed {
  /** The command's words behind the program's name: `["translate", "export"]`; none for the program itself. */
  readonly path: readonly string[];
  readonly words: readonly CompletedWord[];
  /** The values of its options that have a list of them, by the option: `--format`. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The arguments that are known, by the command that takes them. */
export type KnownArguments = Readonly<Record<string, readonly string[]>>;

function completedOf(command: Command, path: readonly string[], known: KnownArguments): Completed {
  const options = command.options.filter(({ long, hidden }) => long && !hidden);
  const inner = command.commands.map((one) => ({
    word: one.name(),
    description: one.description(),
  }));
  const flags = options.map(({ long, description }) => ({ word: long!, description }));
  const listed = (known[path.join(" ")] ?? []).map((word) => ({ word, description: "" }));
  const values = options.flatMap(({ long, argChoices }): [string, readonly string[]][] =>
    argChoices ? [[long!, argChoices]] : [],
  );
  return { path, words: [...inner, ...listed, ...flags], values: new Map(values) };
}

/** Every command of a program with what may stand behind it, the program itself first. */
export function completedCommands(
  command: Command,
  known: KnownArguments,
  path: readonly string[] = [],
): Completed[] {
  const inner = command.commands.flatMap((one) =>
    completedCommands(one, known, [...path, one.name()]),
  );
  return [completedOf(command, path, known), ...inner];
}
