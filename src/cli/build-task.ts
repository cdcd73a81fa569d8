import type { Target } from "../site/output/recover.ts";
import type { Selection } from "../site/selection.ts";
import type { Context } from "./context.ts";

export interface BuildOptions {
  readonly project: string;
  readonly output?: string;
  readonly site: readonly string[];
  readonly shard?: string;
  readonly bulk?: true;
  readonly strict?: true;
  readonly json?: true;
}

/** What is to be built, and where. */
export interface BuildTask {
  readonly options: BuildOptions;
  /** The project's folder, absolute. */
  readonly project: string;
  readonly target: Target;
  readonly selection: Selection;
  readonly context: Context;
}
