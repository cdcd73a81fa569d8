import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { afterAll, inject, onTestFinished, TestRunner } from "vitest";
import type { Run } from "./run.ts";

/** The package, compiled; the samples are in it. */
export const compiledPackage = inject("compiledPackage");

/** The command line that runs the command as the package brings it, in a process of its own. */
export const commandOf = (words: readonly string[]): readonly [string, ...string[]] => [
  process.execPath,
  join(compiledPackage, "bin/cookie-ledger.js"),
  ...words,
];

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Run>;
}

/** Starts a command line in a folder; it is killed at the latest when the test ends. */
export function startCommand(
  folder: string,
  [file, ...args]: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Started {
  const env = { ...process.env, ...environment };
  const child = spawn(file, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => void child.kill("SIGKILL");
  if (!TestRunner.getCurrentTest()) afterAll(end);
  else onTestFinished(end);
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => err.push(text));
  return {
    process: child,
    ended: new Promise((resolve) => {
      child.on("close", (status) =>
        resolve({ status, stdout: out.join(""), stderr: err.join("") }),
      );
    }),
  };
}

/** Starts the command. */
export const start = (folder: string, ...words: readonly string[]): Started =>
  startCommand(folder, commandOf(words));

export const runAlone = (folder: string, ...words: readonly string[]): Promise<Run> =>
  start(folder, ...words).ended;
