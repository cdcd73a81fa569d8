import * as z from "zod";
import type { FileKind } from "../registry.ts";
import { isMapping } from "../../source/mapping.ts";
import type { Path } from "../../source/yaml/locate.ts";
import { providerSchema } from "./provider.ts";
import { shapeOf } from "./shapes.ts";
import { siteFileSchema } from "./site.ts";
import { termsSchema } from "./terms.ts";
import { functionsSchema, purposesSchema } from "./functions-and-purposes.ts";

/** A mapping of fixed keys: those that it has as they stand, and in the order of its shape. */
export interface MisorderedRecord {
  readonly path: Path;
  readonly keys: readonly string[];
  readonly ordered: readonly string[];
}

const schemas: Readonly<Record<FileKind, z.ZodType>> = {
  provider: providerSchema,
  site: siteFileSchema,
  functions: functionsSchema,
  purposes: purposesSchema,
  terms: termsSchema,
};

/** Whether all of the keys are among those known, and in the same order. */
function isWithin(keys: readonly string[], known: readonly string[]): boolean {
  let next = 0;
  for (const key of known) if (key === keys[next]) next += 1;
  return next === keys.length;
}

function collect(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path,
  found: MisorderedRecord[],
): void {
  if (typeof value !== "object" || value === null) return;
  if (schema instanceof z.ZodOptional) collect(schema.unwrap(), value, path, found);
  // Of the options at most one is of the kind of the value; the others find nothing in it.
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) collect(option, value, path, found);
  else if (Array.isArray(value)) {
    if (!(schema instanceof z.ZodArray)) return;
    for (const [index, item] of value.entries())
      collect(schema.element, item, [...path, index], found);
  } else if (isMapping(value) && schema instanceof z.ZodRecord) {
    for (const [key, item] of Object.entries(value))
      collect(schema.valueType, item, [...path, key], found);
  } else if (isMapping(value) && schema instanceof z.ZodObject) {
    const shape = shapeOf(schema);
    const known = Object.keys(shape);
    const keys = Object.keys(value);
    // An unknown key, which the loader reports, has no place in an order.
    if (!isWithin(keys, known) && keys.every((key) => Object.hasOwn(shape, key)))
      found.push({ path, keys, ordered: known.filter((key) => Object.hasOwn(value, key)) });
    for (const [key, item] of Object.entries(value))
      if (Object.hasOwn(shape, key)) collect(shape[key]!, item, [...path, key], found);
  }
}

/** Every mapping of fixed keys in the data of a file whose keys are not in the order of its shape. */
export function misorderedRecords(kind: FileKind, data: unknown): MisorderedRecord[] {
  const found: MisorderedRecord[] = [];
  collect(schemas[kind], data, [], found);
  return found;
}
