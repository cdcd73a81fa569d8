import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Candidate, Stage } from "./candidates/candidate.ts";
import { ours } from "./candidates/ours.ts";
import { differingFiles, foldersOf } from "./files.ts";
import { waitForQuiet } from "./measure/others.ts";
import { measure, type Run } from "./measure/run.ts";
import { generateProject } from "./project/generate.ts";
import { languages } from "./project/languages.ts";
import { isDisturbed, type Size, summarizeRuns } from "./result.ts";

/** What is common to all sizes. */
export interface Session extends Pick<Stage, "installed" | "compiled" | "extra"> {
  /** A new folder for each size. */
  readonly folder: string;
  readonly runs: number;
  readonly say: (line: string) => void;
}

async function runOnce(candidate: Candidate, stage: Stage, output: string): Promise<Run> {
  candidate.before?.(stage);
  const { run, stdout } = await measure(candidate.command(stage, output));
  const uncounted = candidate.uncounted?.(stdout) ?? 0;
  return { ...run, wall: run.wall - uncounted, cpu: Math.max(0, run.cpu - uncounted) };
}

/** Lets a candidate run once and returns the files in which it differs from ours, `undefined` where it should. */
async function warmUp(
  candidate: Candidate,
  stage: Stage,
  reference: string,
): Promise<readonly string[] | undefined> {
  await candidate.prepare?.(stage, reference);
  const output = candidate.rebuilds?.(stage) ?? join(stage.folder, `${candidate.id}-0`);
  await runOnce(candidate, stage, output);
  if (candidate.before) return undefined;
  const differing = differingFiles(reference, output);
  if (!candidate.rebuilds) rmSync(output, { recursive: true });
  return differing;
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const sizes = [...foldersOf(folder)].flatMap(([below, names]) =>
    names.map((name) => statSync(join(folder, below, name)).size),
  );
  return { files: sizes.length, bytes: sizes.reduce((sum, one) => sum + one, 0) };
}

/** A run that others disturb is repeated once, and both are kept. */
async function runInTurn(
  candidate: Candidate,
  stage: Stage,
  number: number,
  say: Session["say"],
): Promise<Run[]> {
  const runs: Run[] = [];
  for (const attempt of [1, 2]) {
    await waitForQuiet(20);
    const fresh = join(stage.folder, `${candidate.id}-${number}-${attempt}`);
    const run = await runOnce(candidate, stage, fresh);
    if (!candidate.rebuilds) rmSync(fresh, { recursive: true });
    runs.push(run);
    const note = isDisturbed(run) ? ` (others took ${(run.others * 100).toFixed(0)} %)` : "";
    say(`  ${candidate.title}: ${run.wall.toFixed(2)} s${note}`);
    if (!isDisturbed(run)) break;
  }
  return runs;
}

/** Measures all candidates at one size, in turn, after a warm-up of each. */
export async function measureSize(
  sites: number,
  candidates: readonly Candidate[],
  session: Session,
): Promise<Size> {
  const { installed, compiled, extra, runs, say } = session;
  const folder = join(session.folder, String(sites));
  const project = join(folder, "project");
  const reference = join(folder, "reference");
  const stage: Stage = { folder, sites, project, installed, compiled, extra };
  say(`${sites} sites:`);
  generateProject(project, sites);
  const left = candidates.flatMap(({ title, mostSites = sites, missing }) =>
    mostSites < sites ? [`${title}: too much memory for so many pages`] : (missing?.() ?? []),
  );
  const taking = candidates.filter(
    ({ mostSites = sites, missing }) => mostSites >= sites && missing?.() === undefined,
  );
  await runOnce(ours, stage, reference);
  const differing = new Map<Candidate, readonly string[] | undefined>();
  for (const candidate of taking)
    differing.set(candidate, await warmUp(candidate, stage, reference));
  const measured = new Map(taking.map((candidate) => [candidate, [] as Run[]]));
  for (let number = 1; number <= runs; number += 1)
    for (const [candidate, all] of measured)
      all.push(...(await runInTurn(candidate, stage, number, say)));
  const size = {
    sites,
    pages: sites * languages.length,
    ...sizeOf(reference),
    results: [...measured].map(([candidate, all]) => ({
      ...summarizeRuns(candidate, all),
      differing: differing.get(candidate),
    })),
    left,
  };
  rmSync(folder, { recursive: true });
  return size;
}
