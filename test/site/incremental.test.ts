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

const step = fc.record({
  edits: fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(1000)), {
    minLength: 1,
    maxLength: 2,
  }),
  damage: fc.oneof(
    { weight: 2, arbitrary: fc.constant(["none", 0] as const) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(damages)), fc.nat(1000)) },
  ),
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

test(
  "a build over whatever was built before makes the same bytes as one afresh",
  { timeout: 300_000 },
  async () => {
    const builds = { whole: 0, refused: 0 };
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 25, maxLength: 25 }),
      async (steps) => {
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
        for (const { edits: chosen, damage, part, isUndone } of steps) {
          const before = state;
          for (const [name, n] of chosen) state = edits[name]!(state, n);
          if (existsSync(other)) damages[damage[0]]!({ output, other, precious }, damage[1]);
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
    await fc.assert(property, { numRuns: 6, seed: 11, endOnFailure: true });
    expect(builds.whole).toBeGreaterThan(200);
    expect(builds.refused).toBeGreaterThan(10);
  },
);
