import { readdirSync } from "node:fs";
import { type Look } from "../../../src/audit/browse/browse.ts";
import type { Bounds } from "../../../src/audit/browse/timeouts.ts";
import { findChromium } from "../../chromium.ts";
import { temporaryFolder } from "../../project.ts";
import type { Server } from "./server.ts";

/**
 * A fixture answers at once, so nobody need wait for its quiet as for that of a real site. All other bounds are so wide
 * that a look ends by what it sees and not by the clock, however busy the machine is.
 */
export const fixtureBounds: Bounds = {
  answer: 60_000,
  rest: 60_000,
  quiet: 400,
  choice: 60_000,
  phase: 180_000,
};

/** How a test looks at a page of the fixture; the sandbox of Chromium cannot start on every machine that runs tests. */
export async function lookAt(server: Server, url: string): Promise<Look> {
  const browser = await findChromium();
  return {
    url,
    paths: [],
    ...(browser !== undefined && { browser }),
    isRoot: true,
    flags: server.flags,
    signal: new AbortController().signal,
    bounds: fixtureBounds,
  };
}

const folder = temporaryFolder();
process.env["TMPDIR"] = folder;

/** What a browser left in the folder for temporary files, which is this worker's own from now on. */
export const leftovers = (): string[] =>
  readdirSync(folder).filter((name) => /^(?:cookie-ledger-profile|playwright)/.test(name));
