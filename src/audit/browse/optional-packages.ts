import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { BrowserType } from "playwright-core";

/** The machine, not the site, stands in the way of a live look; its message is one plain sentence for the user. */
export class CannotBrowse extends Error {
  override readonly name = "CannotBrowse";
}

const { resolve } = createRequire(import.meta.url);

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND");

/** Chromium through playwright-core, an optional peer. */
export async function loadChromium(): Promise<BrowserType> {
  try {
    return (await import("playwright-core")).chromium;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CannotBrowse(
      "a live look needs the package playwright-core, which is not installed: npm install --save-dev playwright-core @duckduckgo/autoconsent@16.23.0",
      { cause: error },
    );
  }
}

/** What finds consent banners and answers them. */
export interface Autoconsent {
  /** The script that runs in every frame. */
  readonly script: string;
  /** Its rules, as JSON. */
  readonly rules: string;
}

/** The script and the rules of autoconsent, an optional peer; `dist/` is none of its exports, so its version is pinned. */
export function readAutoconsent(): Autoconsent {
  try {
    const rules = resolve("@duckduckgo/autoconsent/rules/rules.json");
    const script = join(dirname(rules), "../dist/autoconsent.playwright.js");
    return { script: readFileSync(script, "utf8"), rules: readFileSync(rules, "utf8") };
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CannotBrowse(
      "to answer a consent banner, a live look needs the package @duckduckgo/autoconsent, or --reject and --accept: npm install --save-dev @duckduckgo/autoconsent@16.23.0",
      { cause: error },
    );
  }
}
