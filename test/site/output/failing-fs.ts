import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Every way in which the code under test changes the disk. */
const changes = [
  "mkdirSync",
  "writeFileSync",
  "renameSync",
  "linkSync",
  "copyFileSync",
  "rmSync",
  "rmdirSync",
] as const;
type Change = (typeof changes)[number];

const real = { ...fs };

// Node loads what removes folders at its first use and would take the functions that stand in for the real ones then.
fs.rmSync(fs.mkdtempSync(join(tmpdir(), "cookie-ledger-")), { recursive: true });

/** Does what a kill in the middle of a call would leave: half a file, or a folder with its first entry gone. */
function tear(change: Change, words: readonly unknown[]): void {
  const path = String(words[0]);
  if (change === "writeFileSync") {
    const text = String(words[1]);
    real.writeFileSync(path, text.slice(0, text.length / 2));
  }
  if (change === "rmSync" && real.lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const [first] = real.readdirSync(path);
    if (first !== undefined) real.rmSync(join(path, first), { recursive: true });
  }
}

export interface Fate {
  /** At which change of the disk the process dies, from 1; it changes nothing more after it. */
  readonly dieAt: number;
  /** Whether that change is half done; else it is not begun. */
  readonly torn: boolean;
  /** With it the process lives on: that one change fails with this code. */
  readonly code?: string | undefined;
  /** A folder that cannot be renamed, as a mount point cannot. */
  readonly pinned?: string | undefined;
}

const failure = (code: string, syscall: string, path: unknown): Error =>
  Object.assign(new Error(code), { code, syscall, path });

/** Runs `act` under `fate`; tells whether that change came. No test may run beside it. */
export async function runUnder(
  { dieAt, torn, code, pinned }: Fate,
  act: () => unknown,
): Promise<boolean> {
  let count = 0;
  const makeMortal =
    (change: Change) =>
    (...words: unknown[]): unknown => {
      if (change === "renameSync" && words[0] === pinned) throw failure("EBUSY", "rename", pinned);
      count += 1;
      const isSpared = count < dieAt || (code !== undefined && count > dieAt);
      if (isSpared) return Reflect.apply(real[change], fs, words);
      if (count === dieAt && torn) tear(change, words);
      throw code === undefined ? new Error("killed") : failure(code, change, words[0]);
    };
  for (const change of changes) Object.assign(fs, { [change]: makeMortal(change) });
  syncBuiltinESMExports();
  try {
    await act();
  } catch (error) {
    if (count < dieAt) throw error;
  } finally {
    for (const change of changes) Object.assign(fs, { [change]: real[change] });
    syncBuiltinESMExports();
  }
  return count >= dieAt;
}
