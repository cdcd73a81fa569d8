import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { renderText } from "../../src/report/text.ts";
import { writeProject } from "../project.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const cookies = "recipients: []\ncookies: []\n";
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const provider = (text: string) => ({ "data/providers/example.yaml": `name: Example\n${text}` });

/** Files with so many faults of one kind. */
const faulty: Readonly<Record<string, (count: number) => Readonly<Record<string, string>>>> = {
  "unknown keys": (count) =>
    provider(
      `${numbers(count)
        .map((n) => `k${n}: x\n`)
        .join("")}${cookies}`,
    ),
  "duplicate keys": (count) =>
    provider(
      `${numbers(count)
        .map((n) => `k${n}: x\nk${n}: x\n`)
        .join("")}${cookies}`,
    ),
  "bad items in one line": (count) =>
    provider(`sources: [${numbers(count).join(", ")}]\n${cookies}`),
  "unknown ids": (count) =>
    provider(
      `recipients: []\ncookies:\n  - name: "a"\n    function: none\n    purposes: [${numbers(count)
        .map((n) => `p${n}`)
        .join(", ")}]\n`,
    ),
  "ignores of nothing": (count) =>
    provider(
      `${numbers(count)
        .map((n) => `# ignore rule-${n}: why\n`)
        .join("")}${cookies}`,
    ),
  "superfluous terms": (count) => ({
    "data/sites/example.yaml":
      "name: Example\nurl: https://example.example\nlanguages: [en]\nproviders: [example-shop]\n",
    "content/en/terms.yaml": `functions:\n${numbers(count)
      .map((n) => `  f${n}: x\n`)
      .join("")}`,
  }),
  "unknown cookies": (count) => ({
    "data/sites/example.yaml": `name: Example\nurl: https://example.example\nlanguages: [en]\nproviders:\n  - id: example-shop\n    only: [${numbers(
      count,
    )
      .map((n) => `"c${n}"`)
      .join(", ")}]\n`,
  }),
};

/** Seconds for reading and reporting, the shorter of two. */
function seconds(files: Readonly<Record<string, string>>): number {
  const folder = writeProject(files);
  const times = numbers(2).map(() => {
    const milliseconds = cpuMilliseconds(() => {
      const { registry, diagnostics } = loadRegistry(openProject(folder));
      const found = [...diagnostics, ...lint(registry, { rules: lintRules })];
      expect(found.length).toBeGreaterThan(0);
      renderText(found);
    });
    return milliseconds / 1000;
  });
  return Math.min(...times);
}

test.each(Object.keys(faulty))("the time for %s grows with their number and no faster", (kind) => {
  const make = faulty[kind]!;
  const [few, many] = [seconds(make(1000)), seconds(make(6000))];
  expect(many).toBeLessThan(Math.max(few, 0.1) * 14);
});
