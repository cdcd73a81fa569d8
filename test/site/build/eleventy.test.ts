import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compiledPackage, runAlone } from "../../cli/start.ts";
import { root, temporaryFolder } from "../../project.ts";

/** The marker of an output and its manifest. */
const kept = ".cookie-ledger";

function readAll(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(kept))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

test("Eleventy itself, with .eleventy.ts, makes the same bytes as our build", async () => {
  const folder = temporaryFolder();
  const [ours, its] = [join(folder, "ours"), join(folder, "its")];
  const built = await runAlone(compiledPackage, "build", "--output", ours);
  expect(built.status).toBe(0);
  const eleventy = join(root, "node_modules/@11ty/eleventy/cmd.cjs");
  const { status, stderr } = spawnSync(
    process.execPath,
    [eleventy, "--config=.eleventy.ts", `--output=${its}`, "--quiet"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "--import tsx" },
      timeout: 240_000,
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const files = readAll(ours);
  expect(readAll(its)).toEqual(files);
  expect([...files.keys()]).toContain("delwp/fr/fragment.html");
});
