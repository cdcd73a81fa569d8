import {
  durationForms,
  durationPattern,
  parseDuration,
  periodPattern,
  type Duration,
} from "../../vocabulary/duration.ts";
import { meantDuration } from "../../vocabulary/meant-duration.ts";
import { retentionCriteria, type RetentionCriterion } from "../../vocabulary/vocabulary.ts";
import { refined, suggested } from "./scalars.ts";

/** A stretch of time. */
export type Period = Extract<Duration, { kind: "length" }>;

/** How long data is kept: a stretch of time, or until something happens. */
export type Retention = Period | { readonly kind: "until"; readonly criterion: RetentionCriterion };

const durationText = refined(
  "bad-duration",
  (value) => parseDuration(value) !== undefined,
  "bad duration",
  durationForms,
  { pattern: durationPattern, remedy: (value) => suggested(value, meantDuration(value)) },
);

/** Read into its structure on the way in. */
export const duration = durationText
  .meta({ examples: ["session", "persistent", "not stated", "13 months"] })
  .transform((value) => parseDuration(value)!);

function periodIn(value: string): Period | undefined {
  const read = parseDuration(value);
  if (read?.kind !== "length" || read.minimum || read.orSession) return undefined;
  return read.bounds.includes("after-last-activity") ? undefined : read;
}

/** A stretch of time only: `25 months`, also one of a document that says "by default" or "up to". */
export const period = durationText
  .refine((value) => periodIn(value) !== undefined, {
    params: { rule: "bad-duration" },
    error: (issue) =>
      `bad duration ${JSON.stringify(issue.input)}, expected "<number> <unit>", also with "up to" before or "by default" behind it`,
  })
  .transform((value) => periodIn(value)!);

function retentionIn(value: string): Retention | undefined {
  const criterion = retentionCriteria.find((known) => value === `until ${known}`);
  return criterion ? { kind: "until", criterion } : periodIn(value);
}

/** A stretch of time, or `until account-closed`. */
export const retention = refined(
  "bad-duration",
  (value) => retentionIn(value) !== undefined,
  "bad period",
  `"<number> <unit>" or ${retentionCriteria.map((criterion) => `"until ${criterion}"`).join(", ")}`,
  { pattern: `^(until (${retentionCriteria.join("|")})|${periodPattern})$` },
)
  .meta({ examples: ["25 months", ...retentionCriteria.map((criterion) => `until ${criterion}`)] })
  .transform((value) => retentionIn(value)!);
