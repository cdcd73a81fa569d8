import type { Site } from "../registry/schema/site.ts";
import type { Category } from "../vocabulary/vocabulary.ts";

/** What a site says of sale or sharing for a category; one word speaks of all that are not necessary. */
export function statedOf(stated: Site["sold"], category: Category): boolean | undefined {
  if (typeof stated !== "object") return category === "necessary" ? undefined : stated;
  return category === "unclassified" ? undefined : stated[category];
}

/** Whether data of a category is sold or shared, as said or, of advertising, as long as nothing is said. */
export function mayBeSold({ sold, shared }: Site, category: Category): boolean {
  const stated = [statedOf(sold, category), statedOf(shared, category)];
  if (stated.includes(true)) return true;
  return category === "marketing" && !stated.every((one) => one === false);
}
