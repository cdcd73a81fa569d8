import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inject, onTestFinished } from "vitest";

const compiled = inject("compiledChildren");

/** The command line that runs a script of `children/`. */
export const commandOf = (name: string, ...words: readonly string[]): string[] => [
  process.execPath,
  join(compiled, `test/site/output/children/${name}.js`),
  ...words,
];

export interface Child {
  readonly process: ChildProcess;
  /** The next line that it prints; `undefined` after the last. */
  line(): Promise<string | undefined>;
  /** All further lines, when it has ended. */
  rest(): Promise<string[]>;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts a script of `children/`; it is killed at the latest when the test ends. */
export function start(name: string, ...words: readonly string[]): Child {
  const [file = "", ...args] = commandOf(name, ...words);
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done ? undefined : next.value;
  };
  return {
    process: child,
    line,
    async rest() {
      const rest: string[] = [];
      for (let text = await line(); text !== undefined; text = await line()) rest.push(text);
      return rest;
    },
    ended: new Promise((resolve) => {
      child.on("close", (code, signal) => resolve(signal ?? code));
    }),
  };
}
