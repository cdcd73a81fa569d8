import type { UserConfig } from "@11ty/eleventy";
import { cookieLedger } from "./src/site/build/eleventy.ts";

/** For those who run Eleventy itself: `NODE_OPTIONS="--import tsx" eleventy --config=.eleventy.ts`. */
export default function configure(config: UserConfig) {
  config.addPlugin(cookieLedger, { folder: import.meta.dirname });
  return { dir: { input: "templates", output: "_site" } };
}
