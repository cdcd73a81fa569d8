import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder, writeFiles } from "../../project.ts";
import { root } from "../run.ts";

const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [town]\n";

/** Asks again until the answer fits; the time limit of the test ends it where it never does. */
async function until<T>(ask: () => Promise<T> | T, fits: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("dev serves the pages and a list of them, renews them at a change, outlives a mistake, and ends when told to", async () => {
  const folder = writeFiles(temporaryFolder(), {
    "data/sites/town.yaml": site,
    "data/providers/town.yaml": "name: Town\ncookies: []\n",
  });
  const program = join(root, "bin/cookie-ledger.js");
  const child = spawn(process.execPath, [program, "dev", "--port", "0"], { cwd: folder });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let printed = "";
  child.stdout.on("data", (text: Buffer) => (printed += text.toString()));
  child.stderr.on("data", (text: Buffer) => (printed += text.toString()));

  const address = /http:\/\/localhost:\d+/;
  await until(
    () => printed,
    (text) => address.test(text),
  );
  const origin = address.exec(printed)![0];
  const read = async (path: string) => (await fetch(`${origin}${path}`)).text();

  expect(await read("/")).toContain('href="town/index.html"');
  const page = await read("/town/en/index.html");
  expect(page).toContain("<bdi>Town</bdi>");
  expect(page).not.toContain("Content-Security-Policy");

  const file = join(folder, "data/sites/town.yaml");
  writeFileSync(file, site.replace("name: Town", "name: [Town"));
  await until(
    () => printed,
    (text) => text.includes("[invalid-yaml]"),
  );
  expect(await read("/town/en/index.html")).toContain("<bdi>Town</bdi>");

  writeFileSync(file, readFileSync(file, "utf8").replace("name: [Town", "name: City"));
  await until(
    () => read("/town/en/index.html"),
    (html) => html.includes("<bdi>City</bdi>"),
  );

  child.kill("SIGTERM");
  const [status] = (await once(child, "exit")) as [number | null];
  expect(status).toBe(0);
});
