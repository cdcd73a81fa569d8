import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { layoutOf, type Layout } from "../../../src/site/output/layout.ts";
import { makeFolder } from "./scratch.ts";
import { at, siteOf, writer, publishFiles } from "./site.ts";

/** Everything that a build may find, each at its place and apart. */
export interface Ground extends Layout {
  readonly folder: string;
  /** Whole sites, to be put where a killed build would have them. */
  readonly last: string;
  readonly next: string;
  /** A folder of the user's, which nothing may change. */
  readonly precious: string;
}

/** What stands in `precious`. */
export const letter = { "deep/letter": "dear" };

/** Makes all of it but the output and what stands beside it. */
export async function prepareGround(): Promise<Ground> {
  const folder = makeFolder();
  const ground = {
    ...layoutOf(join(folder, "x/_site")),
    folder,
    last: join(folder, "last"),
    next: join(folder, "next"),
    precious: join(folder, "precious"),
  };
  await publishFiles(at(ground.last), writer(siteOf("last")));
  await publishFiles(at(ground.next), writer(siteOf("next")));
  mkdirSync(join(ground.precious, "deep"), { recursive: true });
  writeFileSync(join(ground.precious, "deep/letter"), "dear");
  mkdirSync(ground.parent);
  return ground;
}
