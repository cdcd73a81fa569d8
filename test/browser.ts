import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromiumPackage from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { installFonts } from "./fonts.ts";

/** Unpacked once for each version; two test files that start at once must not see it half written. */
async function unpackChromium(): Promise<string> {
  const { version } = (await import("@sparticuz/chromium/package.json", { with: { type: "json" } }))
    .default;
  const home = join(tmpdir(), `cookie-ledger-chromium-${version}`);
  return home;
}
