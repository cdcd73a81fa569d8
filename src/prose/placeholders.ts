import { asked } from "../vocabulary/law.ts";
import { categories } from "../vocabulary/vocabulary.ts";

/** Placeholders that every site fills. */
const certain = ["site.name", "site.url", "site.host"] as const;

const controller = "site.controller.name";

/** Conditions on what a site may lack, each with the placeholders that are safe where it holds. */
const guards: Readonly<Record<string, readonly string[]>> = {
  "site.controller": [controller],
  "site.controller.name": [controller],
  "site.controller.email": [controller, "site.controller.email"],
  "site.controller.dpo": [controller, "site.controller.dpo"],
  "site.controller.address": [controller, "site.controller.address"],
  "site.authority": ["site.authority.name", "site.authority.url"],
  "site.authority.name": ["site.authority.name", "site.authority.url"],
  "site.authority.url": ["site.authority.name", "site.authority.url"],
  "site.preferences": ["site.preferences"],
  "site.objection": ["site.objection"],
  "site.privacyPolicy": ["site.privacyPolicy"],
  "site.optOut": ["site.optOut"],
  "site.gpc": [],
  "site.gpc.account": [],
  "site.gpc.display": ["site.gpc.display"],
  "site.updated": ["site.updated"],
};

/** Everything that a passage may depend on. */
export const conditions: readonly string[] = [
  ...categories,
  "third-parties",
  "third-party-cookies",
  "varying-names",
  "renewed",
  "data-retention",
  ...asked.map((model) => `consent.${model}`),
  "transfers",
  "recipients",
  ...Object.keys(guards),
];

/** `law.gdpr`: a law of one of the site's jurisdictions, by its id. */
export const isLawCondition = (condition: string): boolean =>
  /^law\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(condition);

/** Every placeholder of the prose. */
export const placeholders: readonly string[] = [
  ...new Set([...certain, ...Object.values(guards).flat()]),
];

/** The placeholders that may stand where all of these conditions hold. */
export const safePlaceholders = (holding: readonly string[]): ReadonlySet<string> =>
  new Set([...certain, ...holding.flatMap((condition) => guards[condition] ?? [])]);

/** The conditions under which a placeholder may stand. */
export const guardsOf = (placeholder: string): string[] =>
  Object.keys(guards).filter((condition) => guards[condition]!.includes(placeholder));

/** `{{ name }}`; the name still has the spaces around it, which a pattern cannot drop in linear time. */
export const placeholderPattern = /\{\{([^{}]*)\}\}/g;
