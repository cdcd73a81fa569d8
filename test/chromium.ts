import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";
import { once } from "../src/memo.ts";
import { installFonts } from "./fonts.ts";

const packaged = join(
  dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")),
  "../..",
);

/** Unpacked once for each version, under another name first: test files that start together never see a half of it. */
async function unpackChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, "package.json"), "utf8"));
  const cache = join(packaged, "../../.cache/cookie-ledger");
  const file = join(cache, `chromium-${version}`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(cache, { recursive: true });
  await pipeline(
    createReadStream(join(packaged, "bin/chromium.br")),
    createBrotliDecompress(),
    createWriteStream(unfinished, { mode: 0o755 }),
  );
  await rename(unfinished, file);
  return file;
}

/** Nothing but loopback resolves, whatever a page asks for. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** The Chromium that comes with the npm package on Linux x64; elsewhere none, and the tests use the machine's Chrome. */
export async function findChromium(): Promise<string | undefined> {
  return process.platform === "linux" && process.arch === "x64" ? unpackChromium() : undefined;
}

/** Hundreds of files, once for all test files of a worker; returns the fontconfig file that knows no others. */
export const installFontsOnce = once(async () =>
  installFonts(await mkdtemp(join(inject("temporaryFolder"), "fonts-"))),
);

/** A Chromium that knows only the fonts of the tests, where it is not the machine's Chrome. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return chromium.launch({ channel: "chrome", args: flags });
  const env = { ...process.env, FONTCONFIG_FILE: await installFontsOnce() };
  return chromium.launch({ executablePath, args: flags, env });
}
