import type { BrowserType } from "playwright-core";
import { loadOptional } from "../optional.ts";

/** The machine stands in the way of what a browser is needed for; its message is one plain sentence for the user. */
export class CannotBrowse extends Error {
  override readonly name = "CannotBrowse";
}

/** What a browser is needed for. */
export interface Need {
  /** As a sentence begins that says so: `a live look`. */
  readonly name: string;
  /** What npm is to install for it. */
  readonly packages: string;
}

/** Chromium through playwright-core, an optional peer. */
export const loadChromium = async ({ name, packages }: Need): Promise<BrowserType> =>
  loadOptional(
    async () => (await import("playwright-core")).chromium,
    (cause) =>
      new CannotBrowse(
        `${name} needs the package playwright-core, which is not installed: npm install --save-dev ${packages}`,
        { cause },
      ),
  );
