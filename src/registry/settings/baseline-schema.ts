import * as z from "zod";
import { text } from "../schema/scalars.ts";
import { mapping } from "../schema/shapes.ts";

/** Problems that a project has put off: by file, then by rule, what is wrong there, once for each time, and why it waits. */
export const baselineSchema = z.record(
  z.string(),
  z.record(z.string(), mapping({ reason: z.string(), found: z.array(text) })),
);

export type Baseline = z.infer<typeof baselineSchema>;
