import type { Terminal } from "../../context.ts";
import { UsageError } from "../../context.ts";
import { plainName } from "./read-answer.ts";

/** The person who was asked wants no more. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Question {
  readonly message: string;
  /** What an empty answer means; without it there must be one. */
  readonly standard?: string;
  /** Throws a `UsageError` for an answer that will not do. */
  readonly read: (text: string) => unknown;
}

/** Asks a person, who may cancel (`Cancelled`). */
export interface Asker {
  readonly text: (question: Question) => Promise<string>;
  readonly pick: (message: string, choices: readonly Choice[]) => Promise<string>;
  readonly pickSeveral: (message: string, choices: readonly Choice[]) => Promise<readonly string[]>;
  /** Finds a choice by what is typed, the first where nothing is; `unlisted` is what is offered where none is found. */
  readonly search: (
    message: string,
    choices: readonly Choice[],
    unlisted: (typed: string) => Choice,
  ) => Promise<string>;
}

/** What is wrong with a text, in one line. */
function faultOf(text: string, read: (text: string) => unknown): string | undefined {
  try {
    read(text);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message.replaceAll("\n", " ");
    throw error;
  }
}

/** How well a choice answers what is typed in small letters, the best being 0; absent where a word of it is nowhere. */
function rankOf(typed: string, { value, label, hint = "" }: Choice): number | undefined {
  const name = label.toLowerCase();
  const whole = `${value} ${name} ${hint}`;
  if (!typed.split(/\s+/).every((word) => whole.includes(word))) return undefined;
  const fits = [
    plainName(label) === typed || name === typed,
    value === typed,
    name.startsWith(typed),
    value.startsWith(typed),
    ` ${name}`.includes(` ${typed}`),
    true,
  ];
  return fits.indexOf(true);
}

/** The choices in which every word that is typed stands, the nearest first. */
export function findChoices(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(typed.toLowerCase(), choice) }));
  return ranked
    .filter(({ choice: { value }, rank }) => value !== "" && rank !== undefined)
    .toSorted((one, other) => one.rank! - other.rank!)
    .map(({ choice }) => choice);
}

/** Asks on a terminal. */
export async function createAsker(terminal: Terminal): Promise<Asker> {
  const { autocomplete, isCancel, multiselect, select, text } = await import("@clack/prompts");
  const unlessCancelled = <Value>(answer: Value): Exclude<Value, symbol> => {
    if (isCancel(answer)) throw new Cancelled();
    return answer as Exclude<Value, symbol>;
  };
  return {
    async text({ message, standard, read }) {
      const answer = await text({
        ...terminal,
        message,
        ...(standard === undefined ? {} : { placeholder: standard, defaultValue: standard }),
        validate: (typed = "") =>
          typed.trim() === "" && standard !== undefined ? undefined : faultOf(typed, read),
      });
      return unlessCancelled(answer).trim();
    },
    async pick(message, choices) {
      return unlessCancelled(await select({ ...terminal, message, options: [...choices] }));
    },
    async pickSeveral(message, choices) {
      const options = [...choices];
      return unlessCancelled(await multiselect({ ...terminal, message, options, required: false }));
    },
    async search(message, choices, unlisted) {
      const answer = await autocomplete<string>({
        ...terminal,
        message,
        maxItems: 8,
        // What is offered depends on what is typed, so it is filtered here and not by the prompt.
        options() {
          const typed = this.userInput.trim();
          if (typed === "") return [...choices];
          const found = findChoices(typed, choices);
          return found.length > 0 ? [...found] : [unlisted(typed)];
        },
        filter: () => true,
      });
      return unlessCancelled(answer);
    },
  };
}
