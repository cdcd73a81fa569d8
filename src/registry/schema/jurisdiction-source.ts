import * as z from "zod";
import { certainties, sourceKinds } from "../../vocabulary/law.ts";
import { date, id, text, url } from "./scalars.ts";
import { filledList, mapping } from "./shapes.ts";

export const secureUrl = url.refine((value) => value.startsWith("https:"), {
  params: { rule: "bad-url" },
  error: (issue) =>
    `bad URL ${JSON.stringify(issue.input)}, expected one that starts with "https://"`,
});

const datePattern = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

/** A day, or the month or year where the document says no more. */
export const documentDate = z
  .string()
  .refine((value) => new RegExp(datePattern).test(value) && !Number.isNaN(+new Date(value)), {
    params: { rule: "bad-date" },
    error: (issue) =>
      `bad date ${JSON.stringify(issue.input)}, expected one such as "2026-11-01", "2026-11" or "2026"`,
  })
  .meta({ pattern: datePattern });

export const sourceSchema = mapping({
  document: text.meta({ description: "Its own title, in its own language or as widely cited." }),
  article: text.optional().meta({ description: "Where in it." }),
  kind: z.enum(sourceKinds).meta({ description: "What it is." }),
  date: documentDate.meta({
    description: "Of the version that was read; of a page without date, the day of reading it.",
  }),
  from: date.optional().meta({ description: "What rests on it holds from this day only." }),
  url: secureUrl.meta({
    description: "Of the document; of the report of it where its own is not known.",
  }),
  through: secureUrl.optional().meta({
    description: "The report in which it was read, where the document itself was not.",
  }),
  certainty: z.enum(certainties).meta({ description: "A: the text itself was read." }),
});

/** The key of a source of the same file or of one that it extends. */
export const source = z.union([id, filledList(id)]).meta({
  description: "Keys of `sources`.",
});
