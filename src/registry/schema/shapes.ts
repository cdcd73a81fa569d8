import * as z from "zod";
import { isLegalForm } from "../../vocabulary/legal-forms.ts";
import type { LoaderRule } from "../../vocabulary/loader-rules.ts";
import type { Path } from "../../source/yaml/locate.ts";

/** A mapping of exactly these keys. */
export const mapping = z.strictObject;

/** The schemas of its keys. */
export const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.core.$ZodType>> =>
  schema.shape;

/** A list in which nothing stands twice; `key` says what makes two items the same. */
export const list = <T extends z.ZodType>(
  item: T,
  key: (value: unknown) => unknown = (value) => value,
) =>
  z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>();
    for (const [index, value] of items.entries()) {
      const same = key(value);
      if (seen.has(same))
        context.addIssue({
          code: "custom",
          path: [index],
          params: { rule: "duplicate-item" },
          message: `duplicate ${JSON.stringify(same)}, expected it once`,
        });
      seen.add(same);
    }
  });

/** As `list`, with at least one item. */
export const filledList = <T extends z.ZodType>(item: T, key?: (value: unknown) => unknown) =>
  list(item, key).refine((items) => items.length > 0, {
    params: { rule: "empty-list" },
    error: "empty list, expected at least one item",
  });

/**
 * As a list of texts, of which none is the form of a company alone: what YAML makes of `[Stripe, Inc.]`, and readers of
 * two companies.
 */
export const unsplit = <T extends z.ZodArray<z.ZodString>>(names: T, where: "name" | "address") =>
  names.superRefine((items, context) => {
    for (const [index, item] of items.entries()) {
      if (!isLegalForm(item, where)) continue;
      const before = items[index - 1];
      const hint = before === undefined ? undefined : `write "${before}, ${item}" in double quotes`;
      context.addIssue({
        code: "custom",
        path: [index],
        params: { rule: "split-name", remedy: () => hint },
        message: `${JSON.stringify(item)} alone, expected the name before it, too`,
      });
    }
  });

/** A list of ids that a file may name. */
export type IdList =
  | "functions"
  | "purposes"
  | "conditions"
  | "locations"
  | "safeguards"
  | "jurisdictions"
  | "providers"
  | "parentProviders"
  | "parentSites"
  | "languages"
  | "countries"
  | "laws"
  | "authorities"
  | "categories"
  | "storage"
  | "exemptions"
  | "columns"
  | "roles"
  | "legalBases"
  | "asked"
  | "tcf"
  | "rules";

/** What a schema says that JSON Schema has no word for. */
interface SchemaFacts {
  /** A list of these stands in a cell of a table line by line, others word by word. */
  readonly cell?: "lines";
  /** What is said of a value that is no text. */
  readonly notText?: { readonly rule: LoaderRule; readonly what: string; readonly hint: string };
  /** The list whose ids it names, which an editor offers with their words. */
  readonly ids?: IdList;
  /** true: it may be something else, too. */
  readonly isOpen?: boolean;
  /** A provider that a site picks: its features depend on its id. */
  readonly isPick?: true;
}

export const schemaFacts = z.registry<SchemaFacts>();

/** The schemas that speak of the value at a path: several where a union stands on the way, none where no schema does. */
export function schemasAt(schema: z.core.$ZodType, path: Path): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return schemasAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => schemasAt(option, path));
  const [segment, ...rest] = path;
  if (segment === undefined) return [schema];
  if (schema instanceof z.ZodArray && typeof segment === "number")
    return schemasAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, rest);
  const shape = schema instanceof z.ZodObject ? shapeOf(schema) : {};
  return Object.hasOwn(shape, segment) ? schemasAt(shape[segment]!, rest) : [];
}
