import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished } from "vitest";

const pathOf = (url: string): string => fileURLToPath(new URL(url, import.meta.url));

/**
 * The scripts of `children/` and all that they import, as JavaScript: so Node starts them three times as fast as by way
 * of tsx, which counts where dozens are started to be killed.
 */
const compiled = mkdtempSync(join(tmpdir(), "cookie-ledger-children-"));
afterAll(() => rmSync(compiled, { recursive: true }));
const compiler = join(
  dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))),
  "bin/tsc",
);
execFileSync(process.execPath, [compiler, "--project", pathOf("children"), "--outDir", compiled]);
writeFileSync(join(compiled, "package.json"), '{ "type": "module" }');

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
