import * as z from "zod";
import { refined, text } from "./scalars.ts";
import { mapping } from "./shapes.ts";

const places = ["replaces", "before", "after"] as const;

/** How a paragraph begins; nothing stands for the whole section. */
const paragraph = z.union([text, z.null()]).optional();

/** What a text of a section says of itself before it begins: where it stands, and which English it replaces. */
export const sectionSchema = mapping({
  replaces: paragraph,
  before: paragraph,
  after: paragraph,
  english: refined(
    "unknown-value",
    (value) => /^[0-9a-f]{16}$/.test(value),
    "mark",
    "16 hexadecimal digits in double quotes",
  ).optional(),
}).refine((said) => places.filter((key) => said[key] !== undefined).length <= 1, {
  params: { rule: "unknown-key" },
  error: 'several of "replaces", "before" and "after", expected one of them',
});

type SectionKeys = z.output<typeof sectionSchema>;

/** Where a text stands, and the words with which the paragraph begins that it names. */
export function placeInSection(said: SectionKeys): {
  how: (typeof places)[number];
  words: string | undefined;
} {
  const how = places.find((key) => said[key] !== undefined) ?? "replaces";
  return { how, words: said[how] ?? undefined };
}
