import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Selection } from "../../src/site/build/selection.ts";
import type { Files } from "../project.ts";
import { checkBuild, tryMake, update } from "./incremental/check.ts";
import { damages } from "./incremental/damages.ts";
import { edits } from "./incremental/edits.ts";
import { beginning, filesOf } from "./incremental/state.ts";
import { makeFolder } from "./output/scratch.ts";
import { readTree } from "./output/site.ts";

/** Each step takes one or two of the edits, every other step one of the damages: so many that all are taken. */
const stepCount = Math.max(
  Math.ceil(Object.keys(edits).length / 2),
  Object.keys(damages).length * 2,
);

/** All of some things, in any order. */
const deal = (things: Readonly<Record<string, unknown>>) =>
  fc.shuffledSubarray(Object.keys(things), { minLength: Object.keys(things).length });

const step = fc.record({
  numbers: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
  /** A build of a part, which a whole one follows. */
  part: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Selection>(
        { siteIds: ["beta"] },
        { shard: { index: 1, count: 2 } },
      ),
    },
  ),
  isUndone: fc.boolean(),
});

test("a build over whatever was built before makes the same bytes as one afresh, after every edit and damage", async () => {
  const builds = { whole: 0, refused: 0 };
  const property = fc.asyncProperty(
    deal(edits),
    deal(damages),
    fc.array(step, { minLength: stepCount, maxLength: stepCount }),
    async (dealtEdits, dealtDamages, steps) => {
      const folder = makeFolder();
      const at = (name: string) => join(folder, name);
      const [project, output, other, precious] = [
        at("project"),
        at("output"),
        at("other"),
        at("precious"),
      ];
      mkdirSync(precious);
      writeFileSync(join(precious, "letter"), "dear");
      let state = beginning;
      let files: Files = {};
      const write = () => {
        update(project, files, filesOf(state));
        files = filesOf(state);
      };
      const build = async () => {
        write();
        const isWhole = await checkBuild(project, output, other);
        builds[isWhole ? "whole" : "refused"] += 1;
        return isWhole;
      };
      expect(await build()).toBe(true);
      for (const [index, { numbers, part, isUndone }] of steps.entries()) {
        const before = state;
        const chosen = [dealtEdits[index], dealtEdits[stepCount + index]];
        const damage = index % 2 === 0 ? dealtDamages[index / 2] : undefined;
        for (const [which, name] of chosen.entries())
          if (name !== undefined) state = edits[name]!(state, numbers[which]!);
        if (damage !== undefined && existsSync(other))
          damages[damage]!({ output, other, precious }, numbers[2]);
        if (part) {
          write();
          await tryMake(project, output, part);
        }
        const isWhole = await build();
        if (isWhole && !isUndone) continue;
        state = before;
        expect(await build()).toBe(true);
      }
      expect(readTree(precious)).toEqual({ letter: "dear" });
    },
  );
  await fc.assert(property, { numRuns: 2, seed: 11, endOnFailure: true });
  expect(builds.whole).toBeGreaterThan(50);
  expect(builds.refused).toBeGreaterThan(3);
});
