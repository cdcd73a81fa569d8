import { cookieLedger, type CookieLedgerOptions } from "./src/eleventy/plugin.ts";

interface Config {
  addPlugin(plugin: typeof cookieLedger, options: CookieLedgerOptions): void;
}

/** For those who run Eleventy itself: `NODE_OPTIONS="--import tsx" eleventy --config=.eleventy.ts`. */
export default function configure(config: Config) {
  config.addPlugin(cookieLedger, { project: ".", files: "/" });
  return { dir: { input: "templates", output: "_site" }, templateFormats: [] };
}
