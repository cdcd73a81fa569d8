import type { Candidate } from "./candidates/candidate.ts";
import type { Run } from "./measure/run.ts";

/** What was measured of one candidate at one size. */
export interface Result extends Pick<Candidate, "id" | "title"> {
  /** Every run in its order, the disturbed ones included; the warm-up is none of them. */
  readonly runs: readonly Run[];
  /** Medians of the undisturbed runs; of all where there is none. */
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  /** Whether every run was disturbed. */
  readonly disturbed: boolean;
  /** Files of its output that are not as ours makes them; absent where a site was changed. */
  readonly differing?: readonly string[] | undefined;
}

/** Everything that was measured at one size. */
export interface Size {
  readonly sites: number;
  /** Policies, one for each site and language. */
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly results: readonly Result[];
  /** Those that were left out, and why. */
  readonly left: readonly string[];
}

/** More than this of all processors taken by others spoils a run. */
export const isDisturbed = ({ others }: Run): boolean => others > 0.15;

/** The one in the middle, or between the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

export function summarizeRuns({ id, title }: Candidate, runs: readonly Run[]): Result {
  const calm = runs.filter((run) => !isDisturbed(run));
  const counted = calm.length > 0 ? calm : runs;
  return {
    id,
    title,
    runs,
    wall: medianOf(counted.map(({ wall }) => wall)),
    cpu: medianOf(counted.map(({ cpu }) => cpu)),
    memory: medianOf(counted.map(({ memory }) => memory)),
    disturbed: calm.length === 0,
  };
}
