import { Ajv2020 } from "ajv/dist/2020.js";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeTruth } from "../../audit/browse/declaration.ts";
import { leftovers } from "../../audit/browse/looking.ts";
import { serve, type Server } from "../../audit/browse/server.ts";
import { things } from "../../audit/browse/storage-fixture.ts";
import { findChromium } from "../../chromium.ts";
import { type Run, run } from "../run.ts";
import { commandOf } from "../start.ts";
import { root } from "../../project.ts";

let server: Server;
let folder: string;
let browser: string;

/** Stands for the browser of a machine on which the fixture is the world. */
beforeAll(async () => {
  server = await serve(things, ({ pathname }) => (pathname === "/hang" ? "hang" : undefined));
  folder = writeTruth();
  browser = join(folder, "browser");
  const words = [(await findChromium()) ?? "google-chrome", ...server.flags];
  const command = words.map((word) => `'${word}'`).join(" ");
  writeFileSync(browser, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
});
afterAll(() => server.close());

const audit = ["audit", "--site", "shop"];

/** Runs the command while the server of this process answers; `onStart` may end it. */
const look = (
  path: string,
  onStart: (end: () => void) => void = () => {},
  more: readonly string[] = [],
): Promise<Run> =>
  new Promise((done) => {
    const [file, ...words] = commandOf([
      ...audit,
      "--browse",
      "--strict",
      "--browser",
      browser,
      "--path",
      path,
      "--save",
      "seen.json",
      ...more,
    ]);
    const child = execFile(
      file,
      words,
      { cwd: folder, timeout: 120_000 },
      (_error, stdout, stderr) => done({ status: child.exitCode, stdout, stderr }),
    );
    onStart(() => child.kill("SIGTERM"));
  });

test("a live look at a site that keeps its word finds nothing, and can be audited again", async () => {
  const { status, stdout, stderr } = await look("/vanilla");
  expect(stderr).toMatch(/^visiting https:\/\/market\.example three times/);
  expect(stderr).toMatch(/: no problems \(/);
  expect(status).toBe(0);
  expect(stdout).toContain("After rejecting");
  expect(readFileSync(join(folder, "seen.json"), "utf8")).not.toContain("secret");
  expect((await run(folder, [...audit, "seen.json"])).stdout).toBe(stdout);
});

test("a crawl says what it looked at in JSON of the documented shape", async () => {
  const more = ["--crawl", "3", "--format", "json"];
  const { status, stdout, stderr } = await look("/vanilla", undefined, more);
  expect(stderr).toMatch(/^crawling https:\/\/market\.example: at most 3 pages/);
  expect(stderr).toMatch(/\nvisiting after accepting: 1 page\n/);
  expect(status).toBe(0);
  const printed = JSON.parse(stdout) as { readonly observed: readonly object[] };
  const schema = readFileSync(join(root, "docs/schema/output-1.json"), "utf8");
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object);
  validate(printed);
  expect(validate.errors ?? []).toEqual([]);
  expect(printed).toMatchObject({
    crawled: { pages: ["https://market.example/vanilla"], delaySeconds: 1, leftOut: [] },
  });
  expect(printed.observed[0]).not.toHaveProperty("alsoOn");
});

test("a signal ends a look and leaves nothing behind", async () => {
  const ended = await look("/hang", (end) => {
    const wait = setInterval(() => {
      if (!server.asked.some((url) => url.endsWith("/hang"))) return;
      clearInterval(wait);
      end();
    }, 50);
  });
  expect(ended.status).toBe(3);
  expect(ended.stderr).not.toContain("    at ");
  expect(leftovers()).toEqual([]);
});

test.each([
  [["--path", "/a"], "--path goes with --browse"],
  [["--browse", "--path", "//elsewhere.example/"], 'bad path "//elsewhere.example/"'],
  [["--browse", "--path", "about"], 'bad path "about"'],
  [["--crawl", "3"], "--crawl goes with --browse"],
  [["--browse", "--crawl", "0"], "Expected a number from 1 to 500."],
  [["--browse", "--crawl", "501"], "Expected a number from 1 to 500."],
  [
    ["--browse", "--sitemap", "https://elsewhere.example/sitemap.xml"],
    'the host of the site, "market.example"',
  ],
  [["--browse", "--sitemap", "ftp://market.example/sitemap.xml"], "bad sitemap"],
])("%j ends in 2 with a hint", async (words, hint) => {
  const { status, stdout, stderr } = await run(folder, [...audit, ...words]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(hint);
});

const document = readFileSync(join(root, "docs/live-look.md"), "utf8");
const commands = [...document.matchAll(/^npx cookie-ledger (.*--browse.*)$/gm)].map(
  ([, line]) => line!,
);

test.each(commands)("%s is understood, and ends in 3 without a browser", async (line) => {
  const words = line.split(" ").map((word) => word.replaceAll('"', ""));
  const { status, stderr } = await run(folder, [...words, "--browser", "/no/browser"]);
  expect(status).toBe(3);
  expect(stderr).toContain('error: there is no browser at "/no/browser"');
});

test("docs/live-look.md names commands", () => {
  expect(commands).toHaveLength(4);
});
