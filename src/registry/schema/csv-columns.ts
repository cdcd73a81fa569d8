import { z } from "zod";
import { validate } from "./validate.ts";
import type { Problem } from "../../source/text-file.ts";
import { schemaFacts, shapeOf } from "./shapes.ts";
import { siteFileSchema } from "./site.ts";

/** How a cell is read: as it stands, as true or false, or as a list of words or of lines. */
type CellKind = "text" | "truth" | "words" | "lines";

/** What the cells of a column say of a site. */
export interface SiteColumn {
  readonly path: readonly string[];
  readonly kind: CellKind;
}

interface KnownColumn extends SiteColumn {
  /** What the last key must be, where it is not fixed. */
  readonly lastKey?: z.core.$ZodType;
}

function collect(schema: z.core.$ZodType, path: readonly string[]): KnownColumn[] {
  if (schema instanceof z.ZodOptional) return collect(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => collect(option, path));
  if (schema instanceof z.ZodObject)
    return Object.entries(shapeOf(schema)).flatMap(([key, inner]) =>
      collect(inner, [...path, key]),
    );
  if (schema instanceof z.ZodRecord)
    return [{ path: [...path, "<language>"], kind: "text", lastKey: schema.keyType }];
  if (schema instanceof z.ZodArray)
    return [{ path, kind: schemaFacts.get(schema.element)?.cell ?? "words" }];
  return [{ path, kind: schema instanceof z.ZodBoolean ? "truth" : "text" }];
}

const known = new Map(collect(siteFileSchema, []).map((one) => [one.path.join("."), one]));

/** The keys of a site file as columns are named: nested ones with dots, such as `controller.name`. */
export const siteColumnNames: readonly string[] = [...known.keys()];

/** The column of that name; a problem where its last key is not one that may stand there, neither if it is unknown. */
export function findSiteColumn(name: string): { column?: SiteColumn; problem?: Problem } {
  const fixed = known.get(name);
  if (fixed && !fixed.lastKey) return { column: fixed };
  const dot = name.lastIndexOf(".");
  const open = known.get(`${name.slice(0, Math.max(dot, 0))}.<language>`);
  if (!open?.lastKey) return {};
  const [last, path] = [name.slice(dot + 1), open.path.slice(0, -1)];
  const [misfit] = validate(open.lastKey as z.ZodType, last).misfits;
  return misfit
    ? { problem: misfit.problem }
    : { column: { kind: open.kind, path: [...path, last] } };
}
