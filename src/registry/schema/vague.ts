import type { z } from "zod";
import { text } from "./scalars.ts";
import { list, mapping } from "./shapes.ts";

const phrase = text.refine((value) => value === value.toLowerCase(), {
  params: { rule: "bad-phrase" },
  error: (issue) => `phrase ${JSON.stringify(issue.input)} has capitals, expected lower case`,
});

/** `content/<language>/vague.yaml`: words by which a purpose or a recipient says nothing, as pages really use them. */
export const vagueSchema = mapping({ purposes: list(phrase), recipients: list(phrase) });

export type Vague = z.output<typeof vagueSchema>;
