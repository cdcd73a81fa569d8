import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { commandOf } from "./child-process.ts";
import type { Tree } from "./site.ts";

/** One thing for `children/steps.ts` to do. */
export type Step =
  /** Publishes files, each filled with one character so and so often. */
  | { readonly publish: Readonly<Record<string, readonly [character: string, count: number]>> }
  | { readonly shell: string }
  /** Gives up being root, where it is. */
  | { readonly become: number };

/** What stands after a step: the output's files, each told as `"3 x a"`, and the names beside it. */
export interface Outcome {
  readonly error: string | null;
  readonly files: Tree;
  readonly beside: readonly string[];
}

const quote = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** Runs steps in one process that a shell starts after the command `before`. */
export async function runSteps(
  output: string,
  steps: readonly Step[],
  before = ":",
  shell: readonly [string, ...string[]] = ["sh"],
): Promise<Outcome[]> {
  const words = commandOf("steps", output, JSON.stringify(steps)).map(quote).join(" ");
  const [file, ...args] = shell;
  const { stdout } = await promisify(execFile)(file, [...args, "-c", `${before} && exec ${words}`]);
  const outcomes: Outcome[] = JSON.parse(stdout);
  return outcomes;
}

/** A shell that may mount; what it mounts ends with it. */
export const mountingShell = ["unshare", "--map-root-user", "--mount", "sh"] as const;

const canRun = (command: string): boolean =>
  spawnSync(mountingShell[0], [...mountingShell.slice(1), "-c", command]).status === 0;

/** Makes `lower` what a folder of an image is in a container: its files may be replaced, its folders not renamed. */
export const mountOverlay = (lower: string, layers: string): string =>
  [
    `mount -t tmpfs tmpfs ${layers}`,
    `mkdir ${layers}/upper ${layers}/work`,
    `mount -t overlay -o userxattr,lowerdir=${lower},upperdir=${layers}/upper,workdir=${layers}/work overlay ${lower}`,
  ].join(" && ");

export const canMount = canRun("mount -t tmpfs tmpfs /mnt");
export const canMountOverlay = canRun(mountOverlay("/opt", "/mnt"));
