import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotBuild } from "../../../../src/files/system-error.ts";
import { layoutOf } from "../../../../src/site/output/layout.ts";
import { takeLock } from "../../../../src/files/lock.ts";

/**
 * Takes one lock again and again, each time under another id, and dies with it instead of giving it back.
 * Whoever enters while another is inside fails on the file `inside`. Prints how often it held the lock.
 */
const [folder = "", self = "", rounds = ""] = process.argv.slice(2);
const layout = layoutOf(join(folder, "_site"));
const inside = join(folder, "inside");
const life = (pid: number): string => join(folder, `alive-${pid}`);
const isAlive = (pid: number): boolean => existsSync(life(pid));

let [held, round] = [0, 0];
while (held < Number(rounds)) {
  round += 1;
  // Beyond the ids that a system gives, so that none is taken for a real process.
  const pid = 1e9 + Number(self) * 1e8 + round;
  writeFileSync(life(pid), "");
  try {
    takeLock(layout.lock, "test", { pid, isAlive });
    writeFileSync(inside, "", { flag: "wx" });
    held += 1;
    rmSync(inside);
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error;
  } finally {
    rmSync(life(pid));
  }
}
console.log(held);
