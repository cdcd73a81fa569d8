import { chmodSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { layoutOf, type Layout } from "../../../src/site/output/layout.ts";
import { manifestName, stateOf } from "../../../src/site/output/folder.ts";
import { type Files, writeFiles } from "../../project.ts";
import { makeFolder } from "../../site/output/scratch.ts";
import { make } from "../../site/build-in-process.ts";
import { list, readTree, type Tree } from "../../site/output/site.ts";
import { runAlone, start, type Started } from "../start.ts";
import type { Run } from "../run.ts";

/** A project every page of which tells its version: a mixture would show. */
const projectOf = (version: string, siteCount: number): Files => ({
  "data/providers/shop.yaml": `name: Shop
recipients: []
cookies:
  - name: "sid"
    function: authentication
    purposes: [remember-user]
    duration: session
`,
  "data/sites/platform.yaml": `abstract: true
controller: { name: Version ${version} }
languages: [en, fr]
providers: [shop]
updated: 2026-11-01
`,
  "data/sites/customers.csv": `id,extends,name,url\n${Array.from(
    { length: siteCount },
    (_, index) => `site-${index},platform,Site ${index},https://site-${index}.example\n`,
  ).join("")}`,
});

export interface Ground extends Layout {
  readonly project: string;
  readonly siteCount: number;
  readonly write: (version: string) => void;
  /** Puts the site of that version in its place, by no command, and then writes the project of another. */
  readonly publish: (version: string, next: string) => Promise<void>;
  readonly build: (...words: string[]) => Promise<Run>;
  readonly start: (...words: string[]) => Started;
}

/** A project and, elsewhere, the folder `x` in which `x/_site` is to stand. */
export function makeGround(siteCount = 20): Ground {
  const folder = makeFolder();
  const project = join(folder, "project");
  const layout = layoutOf(join(folder, "x/_site"));
  const words = ["build", "--bulk", "--project", project, "--output", layout.output];
  const write = (next: string) => void writeFiles(project, projectOf(next, siteCount));
  write("one");
  writeFiles(folder, { "x/.keep": "" });
  chmodSync(layout.parent, 0o755);
  return {
    ...layout,
    project,
    siteCount,
    write,
    async publish(present, next) {
      write(present);
      await make(project, layout.output);
      write(next);
    },
    build: (...more) => runAlone(folder, ...words, ...more),
    start: (...more) => start(folder, ...words, ...more),
  };
}

/** The pages of an output, without what it keeps for the next build. */
export function pagesIn(output: string): Tree {
  const { [manifestName]: _, ...pages } = readTree(output);
  return pages;
}

/** Checks that a whole site stands, with nothing beside it, and returns its version. */
export function versionOf({ output, parent, siteCount }: Ground): string {
  expect(list(parent)).toEqual([".keep", "_site"]);
  expect(stateOf(output)).toBe("complete");
  const pages = Object.entries(pagesIn(output)).filter(([path]) => /\/..\/index/.test(path));
  expect(pages.length).toBe(siteCount * 2);
  const versions = pages.map(([, html]) => {
    expect(html.endsWith("</html>\n")).toBe(true);
    return /Version (\w+)/.exec(html)?.[1];
  });
  expect(new Set(versions).size).toBe(1);
  return versions[0]!;
}

/** Checks that a command ended as it says, with one plain sentence. */
export function expectSentence({ status, stderr }: Run, sentence: RegExp, ending = 3): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stderr.trimEnd().split("\n").length).toBe(1);
  expect(status).toBe(ending);
}

const isWriting = (stage: string): boolean => {
  try {
    return list(stage).length > 2;
  } catch {
    // It is not there, or is just being renamed.
    return false;
  }
};

/** Waits until a build has begun to write its stage, but no longer than the build takes. */
export async function untilWriting({ stage }: Layout, { process: child }: Started): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && !isWriting(stage)) await wait(1);
}
