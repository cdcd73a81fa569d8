import * as z from "zod";
import { validate } from "./validate.ts";
import type { Problem } from "../../source/text-file.ts";
import { jurisdictionId, languageTag } from "./scalars.ts";
import { schemaFacts, shapeOf } from "./shapes.ts";
import { siteFileSchema } from "./site.ts";

/** How a cell is read: as it stands, as true or false, or as a list of words or of lines. */
type CellKind = "text" | "truth" | "words" | "lines";

/** What the cells of a column say of a site. */
export interface SiteColumn {
  readonly path: readonly string[];
  readonly kind: CellKind;
}

/** A key that is fixed, or one of many: what it must be, and how the list of columns names it. */
type Segment = string | { readonly schema: z.ZodType; readonly name: string };

interface KnownColumn {
  readonly segments: readonly Segment[];
  readonly kind: CellKind;
}

const segmentOf = (keyType: z.core.$ZodType): Segment => ({
  schema: keyType as z.ZodType,
  name:
    keyType === languageTag
      ? "<language>"
      : keyType === jurisdictionId
        ? "<jurisdiction>"
        : "<category or jurisdiction>",
});

function collect(schema: z.core.$ZodType, segments: readonly Segment[]): KnownColumn[] {
  if (schema instanceof z.ZodOptional) return collect(schema.unwrap(), segments);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => collect(option, segments));
  if (schema instanceof z.ZodObject)
    return Object.entries(shapeOf(schema)).flatMap(([key, inner]) =>
      collect(inner, [...segments, key]),
    );
  if (schema instanceof z.ZodRecord)
    return collect(schema.valueType, [...segments, segmentOf(schema.keyType)]);
  if (schema instanceof z.ZodArray)
    return [{ segments, kind: schemaFacts.get(schema.element)?.cell ?? "words" }];
  return [{ segments, kind: schema instanceof z.ZodBoolean ? "truth" : "text" }];
}

const nameOf = ({ segments }: KnownColumn) =>
  segments.map((segment) => (typeof segment === "string" ? segment : segment.name)).join(".");

// Of a union of a text and a mapping each option is a column; of two kinds of text the first stands for both.
const known = new Map(
  collect(siteFileSchema, [])
    .toReversed()
    .map((column) => [nameOf(column), column]),
);
/** Not a key of a site: rules that are ignored in the row. */
export const ignoreColumn = "ignore";

const byName = new Map<string, KnownColumn>([
  ...[...known].toReversed(),
  [ignoreColumn, { segments: [ignoreColumn], kind: "lines" }],
]);

/** The keys of a site file as columns are named, nested ones with dots, such as `controller.name`; last, `ignore`. */
export const siteColumnNames: readonly string[] = [...byName.keys()];

/** The column of that name; a problem where one of its keys is not one that may stand there, neither if it is unknown. */
export function findSiteColumn(name: string): { column?: SiteColumn; problem?: Problem } {
  const path = name.split(".");
  let problem: Problem | undefined;
  for (const { segments, kind } of byName.values()) {
    if (segments.length !== path.length) continue;
    const isFixed = segments.every((one, at) => typeof one !== "string" || one === path[at]);
    if (!isFixed) continue;
    const [misfit] = segments.flatMap((one, at) =>
      typeof one === "string" ? [] : validate(one.schema, path[at]).misfits,
    );
    if (!misfit) return { column: { path, kind } };
    problem ??= misfit.problem;
  }
  return problem ? { problem } : {};
}
