import type { Registry } from "./registry.ts";
import type { Cookie } from "./schema/provider.ts";
import { categories, type Category, type Exemption } from "./schema/vocabulary.ts";

/** The category that a cookie states, else the most intrusive one of its purposes. */
export function categoryOf(cookie: Cookie, purposes: Registry["purposes"]): Category {
  if (cookie.category) return cookie.category;
  const ranks = (cookie.purposes ?? []).map((id) =>
    categories.indexOf(purposes[id]?.category ?? "unclassified"),
  );
  return categories[Math.max(...ranks)] ?? "unclassified";
}

/** The criterion under which a cookie asks no consent: its own, or its function's where it is necessary. */
export function exemptionOf(
  cookie: Cookie,
  { purposes, functions }: Pick<Registry, "purposes" | "functions">,
): Exemption | undefined {
  if (cookie.exemption) return cookie.exemption;
  if (categoryOf(cookie, purposes) !== "necessary") return undefined;
  return functions[cookie.function ?? ""]?.exemption;
}

/** Whether a cookie is set only with consent. */
export const asksConsent = (
  cookie: Cookie,
  registry: Pick<Registry, "purposes" | "functions">,
): boolean =>
  categoryOf(cookie, registry.purposes) !== "necessary" &&
  exemptionOf(cookie, registry) === undefined;
