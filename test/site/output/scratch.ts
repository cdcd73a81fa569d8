import { accessSync, constants, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Memory where the system offers it: thousands of small builds take seconds there and minutes on a disk. */
function chooseRoot(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return realpathSync(tmpdir());
  }
}

/** A new empty folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(chooseRoot(), "cookie-ledger-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
