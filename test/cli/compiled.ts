import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, onTestFinished } from "vitest";
import { temporaryFolder } from "../project.ts";
import { root, type Run } from "./run.ts";

/** The command as the package brings it, compiled: it starts sooner than a checkout, which counts where dozens are killed. */
function compile(): string {
  const folder = temporaryFolder();
  const typescript = dirname(fileURLToPath(import.meta.resolve("typescript/package.json")));
  const project = join(root, "src/tsconfig.json");
  const words = ["--project", project, "--noCheck", "--outDir", join(folder, "dist")];
  execFileSync(process.execPath, [join(typescript, "bin/tsc"), ...words]);
  const program = join(folder, "bin/cookie-ledger.js");
  mkdirSync(dirname(program));
  copyFileSync(join(root, "bin/cookie-ledger.js"), program);
  for (const name of ["content", "data", "templates"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ["node_modules", "package.json"])
    symlinkSync(join(root, name), join(folder, name));
  return program;
}

const program = compile();

/** The command line that runs the command. */
export const commandOf = (words: readonly string[]): readonly [string, ...string[]] => [
  process.execPath,
  program,
  ...words,
];

export interface Started {
  readonly process: ChildProcess;
  /** `status` is `null` where a signal ended it. */
  readonly ended: Promise<Run>;
}

/** Starts a command line in a folder; it is killed at the latest when the test ends. */
export function startCommand(
  folder: string,
  [file, ...args]: readonly [string, ...string[]],
): Started {
  const child = spawn(file, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => void child.kill("SIGKILL");
  if (expect.getState().currentTestName === undefined) afterAll(end);
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

export const start = (folder: string, ...words: readonly string[]): Started =>
  startCommand(folder, commandOf(words));

export const run = (folder: string, ...words: readonly string[]): Promise<Run> =>
  start(folder, ...words).ended;
