import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { filesOf, projects } from "./projects.ts";
import { LongestFirst } from "./sequencer.ts";

/** A bound for a busy machine: what hangs ends, what is slow does not fail. */
const timeout = 300_000;

/**
 * `--mode unit` runs one project alone. To Vitest they are all one, so that a worker imports what they share once, which
 * takes more time than most files.
 */
export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: "test/set-up.ts",
    setupFiles: "test/seed.ts",
    include: projects.filter((project) => mode === "test" || mode === project).flatMap(filesOf),
    isolate: false,
    // One more than there are cores: now and then one waits for a browser.
    maxWorkers: availableParallelism() + 1,
    // Nearly all that the tests make is soon garbage, which a larger nursery has collected less often.
    execArgv: ["--max-semi-space-size=64"],
    sequence: { sequencer: LongestFirst },
    testTimeout: timeout,
    hookTimeout: timeout,
  },
}));
