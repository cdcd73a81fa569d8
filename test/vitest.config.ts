import { defineConfig } from "vitest/config";
import { filesOf } from "./projects.ts";

/** Bounds for a busy machine: what hangs ends, what is slow does not fail. */
const timeouts = {
  unit: { testTimeout: 60_000, hookTimeout: 60_000 },
  cli: { testTimeout: 120_000, hookTimeout: 120_000 },
  browser: { testTimeout: 180_000, hookTimeout: 180_000 },
  faults: { testTimeout: 300_000, hookTimeout: 120_000 },
};

/** Files of one worker share what they import, which takes more time than most of them; those of `unit` keep nothing. */
const project = (name: keyof typeof timeouts) => ({
  test: {
    name,
    include: filesOf(name),
    isolate: name !== "unit",
    maxWorkers: "100%",
    ...timeouts[name],
  },
});

export default defineConfig({
  test: {
    globalSetup: "test/set-up.ts",
    projects: [project("unit"), project("cli"), project("browser"), project("faults")],
  },
});
