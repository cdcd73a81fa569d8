import { z } from "zod";

/** A mapping of exactly these keys. An unknown key's message lists the known ones, for `validate` to quote. */
export const mapping = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined,
  });

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
