import { join } from "node:path";
import { type Host, sweep, takeLock } from "./lock.ts";
import { attempt, CannotBuild } from "./system-error.ts";
import { type Replacement, replaceBelow } from "./write-files.ts";

const pauseMilliseconds = 50;
const maximumPauses = 100;

/** As `replaceBelow`, for the sources of a project: one command changes them at a time, and another waits a moment. */
export function replaceSources(
  project: string,
  files: readonly Replacement[],
  host: Host,
): string[] {
  const lock = join(project, ".cookie-ledger.lock");
  return attempt(`change files of "${project}"`, () => {
    const release = waitForLock(lock, `command that changes "${project}"`, host);
    try {
      return replaceBelow(project, files, host);
    } finally {
      release();
    }
  });
}

function waitForLock(lock: string, work: string, host: Host): () => void {
  sweep(lock, host);
  for (let pauses = 0; ; pauses += 1) {
    try {
      return takeLock(lock, work, host);
    } catch (error) {
      if (!(error instanceof CannotBuild) || pauses === maximumPauses) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
    }
  }
}
