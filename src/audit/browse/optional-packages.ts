import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CannotBrowse, type Need } from "../../browser/chromium.ts";
import { loadOptional } from "../../optional.ts";

const { resolve } = createRequire(import.meta.url);

const autoconsent = "@duckduckgo/autoconsent@16.23.0";

/** What an audit needs a browser for. */
export const liveLook: Need = { name: "a live look", packages: `playwright-core ${autoconsent}` };

/** What finds consent banners and answers them. */
export interface Autoconsent {
  /** The script that runs in every frame. */
  readonly script: string;
  /** Its rules, as JSON. */
  readonly rules: string;
}

/** The script and the rules of autoconsent, an optional peer; `dist/` is none of its exports, so its version is pinned. */
export const readAutoconsent = async (): Promise<Autoconsent> =>
  loadOptional(
    () => {
      const rules = resolve("@duckduckgo/autoconsent/rules/rules.json");
      const script = join(dirname(rules), "../dist/autoconsent.playwright.js");
      return { script: readFileSync(script, "utf8"), rules: readFileSync(rules, "utf8") };
    },
    (cause) =>
      new CannotBrowse(
        `to answer a consent banner, a live look needs the package @duckduckgo/autoconsent, or --reject and --accept: npm install --save-dev ${autoconsent}`,
        { cause },
      ),
  );
