import { join } from "node:path";
import type { Candidate } from "./candidate.ts";

/** What someone would write who knows Eleventy and wants these pages from this YAML. */
export const eleventy: Candidate = {
  id: "eleventy",
  title: "plain Eleventy",
  mostSites: 2500,
  command: ({ project, installed, compiled }, output) => ({
    words: [
      process.execPath,
      join(compiled, "node_modules/@11ty/eleventy/cmd.cjs"),
      "--quiet",
      "--config=eleventy.config.js",
      `--output=${output}`,
    ],
    folder: join(compiled, "test/bench/eleventy"),
    environment: { BENCH_PROJECT: project, BENCH_INSTALLED: installed },
  }),
};
