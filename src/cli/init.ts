import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Context, type ExitStatus, exitStatus } from "./context.ts";
import { CannotBuild } from "../site/output/cannot-build.ts";

export function runInit({ project }: { project: string }, context: Context): ExitStatus {
  return exitStatus.ok;
}
