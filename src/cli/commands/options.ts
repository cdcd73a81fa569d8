import type { Command } from "commander";
import type { Context, ExitStatus } from "../context.ts";

/** Adds a command to the program: its words, its options, and its work, which is loaded when it runs. */
export type AddCommand = (
  program: Command,
  context: Context,
  end: (status: ExitStatus) => void,
) => void;

export interface ProjectOptions {
  readonly project: string;
}

export const projectOption = ["--project <dir>", "the project's folder", "."] as const;

export const formatOption = ["--format <name>", "text, json, github or sarif", "text"] as const;

export const strictOption = ["--strict", "warnings fail the run, too"] as const;
