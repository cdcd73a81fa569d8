import { isMapping } from "../../source/mapping.ts";
import { hideBorrowed } from "./borrowed-words.ts";
import type { Policy } from "./policy.ts";

/** What only our own document needs. */
const ours = ["style", "brand", "icon", "contentSecurityPolicy", "formats", "download"] as const;

/** What a page shows, without what only our own document needs: for templates, programs and files of other people. */
export type PlainPolicy = Omit<Policy, (typeof ours)[number]>;

function copy(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return Object.freeze(value.map((item) => copy(item, change)));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, copy(inner, change)] as const);
  return Object.freeze(Object.fromEntries(entries));
}

/** A frozen copy with each text changed. */
export const mapTexts = <Model>(model: Model, change: (text: string) => string): Model =>
  copy(model, change) as Model;

/** A frozen copy. Words that another language lends look like others. */
export const plainCopy = <Model>(model: Model): Model => mapTexts(model, hideBorrowed);

export function plainPolicy(policy: Policy): PlainPolicy {
  const shown: Partial<Policy> = { ...policy };
  for (const key of ours) delete shown[key];
  return plainCopy(shown as PlainPolicy);
}
