import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { watchMemory } from "./memory.ts";
import { shareOfOthers, workedSeconds } from "./others.ts";

/** One run of a whole process, seen from outside, with everything that it starts. */
export interface Run {
  /** Seconds from its start to its end. */
  readonly wall: number;
  /** Seconds of all processors, in the program and in the system. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
  /** The share of all processors that other processes took meanwhile, 0 to 1. */
  readonly others: number;
}

/** What is run, and where. */
export interface Command {
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Starts the command and lets the shell say what its children took. */
const wrapper = '"$@" 3>&-; status=$?; times >&3; exit "$status"';

const seconds = (clock: string): number => {
  const [, minutes, rest] = /^(\d+)m([\d.]+)s$/.exec(clock)!;
  return Number(minutes) * 60 + Number(rest);
};

const { NODE_OPTIONS: _, ...environment } = process.env;

/** Runs it; one that fails ends the benchmark with what it printed. Returns its standard output, too. */
export async function measure(command: Command): Promise<{ run: Run; stdout: string }> {
  const worked = workedSeconds();
  const began = performance.now();
  const child = spawn("sh", ["-c", wrapper, "sh", ...command.words], {
    cwd: command.folder,
    env: { ...environment, ...command.environment },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    detached: true,
  });
  // As the leader of a group of its own it ends with all that it has started, even if we are stopped.
  const stop = () => process.kill(-child.pid!, "SIGKILL");
  process.prependListener("exit", stop);
  const peak = watchMemory(child.pid!);
  const ended = once(child, "exit").then(([status]) => ({
    status: status as number | null,
    wall: (performance.now() - began) / 1000,
    memory: peak(),
    worked: workedSeconds() - worked,
  }));
  const [stdout, stderr, times, end] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    text(child.stdio[3] as NodeJS.ReadableStream & AsyncIterable<Buffer>),
    ended,
  ]);
  process.removeListener("exit", stop);
  if (end.status !== 0)
    throw new Error(
      `status ${end.status}: ${command.words.join(" ")}\n${`${stdout}${stderr}`.slice(0, 2000)}`,
    );
  const [, children = ""] = times.trim().split("\n");
  const cpu = children.split(" ").reduce((sum, clock) => sum + seconds(clock), 0);
  const { wall, memory } = end;
  return { run: { wall, cpu, memory, others: shareOfOthers(end.worked, cpu, wall) }, stdout };
}
