import { defineConfig } from "vitest/config";

const browser = ["test/**/*.browser.test.ts"];

/** What befalls a build: kills, full disks, damages, a thousand edits. */
const faults = [
  "test/cli/faults/**/*.test.ts",
  "test/files/lock.test.ts",
  "test/site/incremental.test.ts",
  "test/site/output/{kill,machine,publish}.test.ts",
];

/** Whatever starts the command or another program. */
const cli = [
  "test/bench/**/*.test.ts",
  "test/cli/**/*.test.ts",
  "test/documents.test.ts",
  "test/lint/tables.test.ts",
  "test/package.test.ts",
  "test/site/build/{eleventy,reads}.test.ts",
  "test/site/validity.test.ts",
];

const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude, testTimeout: 60_000, hookTimeout: 60_000 },
});

/** Each test file is of one project; `test/architecture.test.ts` holds `unit` to start no other process. */
export default defineConfig({
  test: {
    globalSetup: "test/compile.ts",
    projects: [
      project("unit", ["test/**/*.test.ts"], [...browser, ...faults, ...cli]),
      project("cli", cli, [...browser, ...faults]),
      project("browser", browser),
      project("faults", faults),
    ],
  },
});
