import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const address = /http:\/\/localhost:\d+/;

/** Until a page of `dev` says what it should, looked at every few milliseconds. */
async function untilPage(page: string, text: string): Promise<void> {
  while (!(await (await fetch(page)).text()).includes(text)) await setTimeout(5);
}

/** Seconds from a change of a site's name to the page that has it, of so many changes, in a preview of the samples. */
export async function measurePreview(
  program: string,
  project: string,
  changes: number,
): Promise<number[]> {
  const child = spawn(process.execPath, [program, "dev", "--port", "0"], { cwd: project });
  try {
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => (printed += String(text)));
    while (!address.test(printed)) await setTimeout(5);
    const page = `${address.exec(printed)![0]}/example-shop/en/index.html`;
    const file = join(project, "data/sites/example-shop.yaml");
    const text = readFileSync(file, "utf8");
    const seconds: number[] = [];
    for (let number = 0; number <= changes; number += 1) {
      // So that the change before is dealt with, and a watcher does not take both for one.
      await setTimeout(2000);
      const name = `Shop Number ${number}`;
      const began = performance.now();
      writeFileSync(file, text.replace(/^name: .*$/m, `name: ${name}`));
      await untilPage(page, name);
      // The first one fills what later ones find.
      if (number > 0) seconds.push((performance.now() - began) / 1000);
    }
    writeFileSync(file, text);
    return seconds;
  } finally {
    child.kill();
  }
}
