import { statSync } from "node:fs";
import { dirname, relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { projectOf, projects } from "./projects.ts";

const root = dirname(import.meta.dirname);

/** The place of a file's project among all. */
const placeOf = ({ moduleId }: TestSpecification): number =>
  projects.indexOf(projectOf(relative(root, moduleId).replaceAll("\\", "/")));

const sizeOf = ({ moduleId }: TestSpecification): number => statSync(moduleId).size;

/** Begins with the files that take longest, so that no worker ends long after the others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b) || sizeOf(b) - sizeOf(a));
  }
}
