import type { Command } from "../measure/run.ts";

/** Where the candidates of one size find what they need. */
export interface Stage {
  /** A folder for this size alone. */
  readonly folder: string;
  readonly sites: number;
  /** The generated project. */
  readonly project: string;
  /** The package as it would be installed. */
  readonly installed: string;
  /** What of the benchmark itself is compiled. */
  readonly compiled: string;
  /** Words that our command gets besides. */
  readonly extra: readonly string[];
}

/** One way of making the pages. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** So many sites and no more; absent: any number. */
  readonly mostSites?: number;
  /** Why it cannot take part here; absent: it can. */
  readonly missing?: () => string | undefined;
  /** Makes what stands ready before the clock starts. `reference` holds the pages that ours has made. */
  readonly prepare?: (stage: Stage, reference: string) => Promise<void> | void;
  /** What happens right before a run, without the clock. */
  readonly before?: (stage: Stage) => void;
  /** `output` does not exist yet. */
  readonly command: (stage: Stage, output: string) => Command;
  /** An output of its own, which is there before a run and after it. */
  readonly rebuilds?: (stage: Stage) => string;
  /** Seconds of a run that do not count, as it has printed. */
  readonly uncounted?: (stdout: string) => number;
}
