import { isMapping } from "../../source/mapping.ts";
import { hideBorrowed } from "./borrowed-words.ts";
import type { Policy } from "./policy.ts";

/** What only our own document needs. */
const ours = ["style", "contentSecurityPolicy", "formats"] as const;

/** What a page shows, without what only our own document needs: for templates, programs and files of other people. */
export type PlainPolicy = Omit<Policy, (typeof ours)[number]>;

function copy(value: unknown): unknown {
  if (typeof value === "string") return hideBorrowed(value);
  if (Array.isArray(value)) return Object.freeze(value.map(copy));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, copy(inner)] as const);
  return Object.freeze(Object.fromEntries(entries));
}

/** A frozen copy. Words that another language lends look like others. */
export const plainCopy = <Model>(model: Model): Model => copy(model) as Model;

export function plainPolicy(policy: Policy): PlainPolicy {
  const shown: Partial<Policy> = { ...policy };
  for (const key of ours) delete shown[key];
  return plainCopy(shown as PlainPolicy);
}
