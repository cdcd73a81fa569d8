import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publint } from "publint";

import { root, temporaryFolder } from "./project.ts";

const minutes = 60_000;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, object>>;
}

/** Lets the tarball find what it depends on, and nothing that only a checkout has, without asking a registry. */
function linkDependencies(folder: string): void {
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Manifest;
  const peers = Object.keys(peerDependencies).filter((name) => !(name in peerDependenciesMeta));
  for (const name of [...Object.keys(dependencies), ...peers]) {
    mkdirSync(join(folder, "node_modules", name, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
}

test(
  "the packed package runs init, build and lint elsewhere, without its source and without tsx",
  async () => {
    const folder = temporaryFolder();
    const npm = (words: readonly string[]) =>
      execFileSync("npm", words, { cwd: root, encoding: "utf8" });
    npm(["run", "package", "--silent", "--", "--silent", "--pack-destination", folder]);
    const [tarball = ""] = readdirSync(folder);
    const installed = join(folder, "node_modules", "cookie-ledger");
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed], {
      cwd: folder,
    });
    linkDependencies(folder);
    writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');

    expect(existsSync(join(installed, "src"))).toBe(false);
    expect(existsSync(join(installed, "data", "sites"))).toBe(false);
    const providers = readdirSync(join(installed, "data", "providers"));
    expect(providers).toContain("opendatasoft.yaml");
    expect(providers.filter((name) => name.startsWith("example-"))).toEqual([]);

    const run = (...words: string[]) =>
      execFileSync(process.execPath, [join(installed, "bin/cookie-ledger.js"), ...words], {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
    run("init");
    expect(run("lint", "--format", "json")).toContain('"version": 1');
    run("build");
    expect(existsSync(join(folder, "_site/my-site/en/index.html"))).toBe(true);

    expect(() => run("audit", "--site", "my-site", "--browse")).toThrow(
      "npm install --save-dev playwright-core",
    );

    const { messages } = await publint({ pkgDir: installed, pack: false });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  },
  2 * minutes,
);
