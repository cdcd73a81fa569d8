import { defineConfig } from "vitest/config";
import { filesOf } from "./projects.ts";

/** Bounds for a busy machine: what hangs ends, what is slow does not fail. */
const timeouts = { unit: 120_000, cli: 300_000, browser: 300_000, faults: 300_000 };

/** Files of one worker share what they import, which takes more time than most of them. */
const project = (name: keyof typeof timeouts) => ({
  test: {
    name,
    include: filesOf(name),
    isolate: false,
    maxWorkers: "100%",
    testTimeout: timeouts[name],
    hookTimeout: timeouts[name],
  },
});

export default defineConfig({
  test: {
    globalSetup: "test/set-up.ts",
    projects: [project("unit"), project("cli"), project("browser"), project("faults")],
  },
});
