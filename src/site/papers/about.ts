import { CannotBuild } from "../../files/system-error.ts";
import { packagesOfOutputs } from "../../vocabulary/vocabulary.ts";
import type { PlainPolicy } from "../page/plain-policy.ts";

/** What a paper says of itself, beside what stands on it. */
export type About = Pick<PlainPolicy, "language" | "title" | "documentTitle" | "site" | "updated">;

/** The day that stands in a paper whose policy names none: the first that archives know. */
const noDay = "1980-01-01";

export const dayOfPaper = ({ updated }: Pick<About, "updated">): string => updated?.iso ?? noDay;

/** Why a paper cannot be made without a package. */
export const needsPackage =
  (output: keyof typeof packagesOfOutputs) =>
  (cause: unknown): Error => {
    const name = packagesOfOutputs[output];
    return new CannotBuild(
      `the output "${output}" needs the package ${name}, which is not installed: npm install --save-dev ${name}`,
      { cause },
    );
  };
