import { accessSync, chmodSync, constants, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Memory where the system offers it: thousands of small builds take seconds there and minutes on a disk. */
function chooseRoot(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return realpathSync(tmpdir());
  }
}

const base = mkdtempSync(join(chooseRoot(), "cookie-ledger-"));
// Open to other users, as whom some tests look on.
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A new empty folder that goes when the tests of the file have ended. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(base, "test-"));
  chmodSync(folder, 0o755);
  return folder;
}
