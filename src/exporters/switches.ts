import type { Category } from "../vocabulary/vocabulary.ts";
import type { CookieFact, CookieFacts, ProviderFacts } from "./cookie-facts.ts";
import type { ExportSource } from "./exporter.ts";

/** How a visitor decides: it is set after consent, until it is refused, or always. */
const decisions = ["asked", "refusable", "always"] as const;
type Decision = (typeof decisions)[number];

/** What a banner switches at once: the cookies of one provider, of one category, about which a visitor decides alike. */
export interface Switch {
  /** Unique in a site: `matomo-statistics`, `matomo-statistics-always`. */
  readonly id: string;
  readonly provider: ProviderFacts;
  readonly category: Category;
  /** The category, and how a visitor decides where that is not usual for it: `statistics`, `statistics-always`. */
  readonly group: string;
  readonly decision: Decision;
  readonly cookies: readonly CookieFact[];
}

const decisionOn = ({ consent, refusable }: CookieFact): Decision =>
  consent === "required" ? "asked" : refusable ? "refusable" : "always";

function groupOf(category: Category, decision: Decision): string {
  const usual: Decision = category === "necessary" ? "always" : "asked";
  return decision === usual ? category : `${category}-${decision}`;
}

/** In the order of categories, then of providers. */
export function switchesOf({ categories, providers, cookies }: CookieFacts): Switch[] {
  const switchesIn = (category: Category, provider: ProviderFacts) =>
    decisions.map((decision): Switch => {
      const group = groupOf(category, decision);
      const those = cookies.filter(
        (one) =>
          one.provider === provider.id && one.category === category && decisionOn(one) === decision,
      );
      return { id: `${provider.id}-${group}`, provider, category, group, decision, cookies: those };
    });
  return categories
    .flatMap(({ id }) => providers.flatMap((provider) => switchesIn(id, provider)))
    .filter((one) => one.cookies.length > 0);
}

/** Whether everything that a visitor may refuse is on until then; a banner that has one mode can say only this. */
export const beginsOn = (switches: readonly Switch[]): boolean =>
  switches.some(({ decision }) => decision === "refusable") &&
  switches.every(({ decision }) => decision !== "asked");

/** Whether a script of the page can erase it. */
export const isErasable = ({ storage, party, httpOnly }: CookieFact): boolean =>
  storage === "cookie" && party === "first" && !httpOnly;

/** Where a cookie of the site may belong: to its stated domain, or to any of the site's. */
export const cookieDomains = (
  { domain }: CookieFact,
  { hosts }: ExportSource,
): readonly string[] => [...new Set([...(domain === null ? [] : [domain]), ...hosts])];
