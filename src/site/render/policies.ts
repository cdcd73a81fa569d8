import { memoize } from "../../memo.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { wordsOf, type Registry, type Words } from "../../registry/registry.ts";
import { describePolicy, joinHtml } from "../page/describe/describe-page.ts";
import { createPageLanguage } from "../page/language.ts";
import { type PlainPolicy, plainPolicy } from "../page/plain-policy.ts";
import type { Policy } from "../page/policy.ts";
import { resolveSite } from "../page/resolve-site.ts";
import { templatesOf } from "./site-files.ts";
import { createDress, defaultBrand } from "./style.ts";
import type { TemplateFile } from "./template-files.ts";

/** The policy of each site in each of its languages, described when it is asked for. */
export function createPolicies(registry: Registry, templates: readonly TemplateFile[]) {
  const dressOf = createDress(templates, "published");
  const languageOf = memoize((words: Words) => createPageLanguage(words, registry));
  const resolve = memoize((entry: Entry<Site>) => resolveSite(entry, registry, "within-site"));
  return (id: string, tag: string): Policy | undefined => {
    const entry = registry.sites.get(id);
    const words = entry && wordsOf(registry, tag, entry.value);
    if (!words || !entry.value.languages.includes(tag)) return undefined;
    const dress = dressOf(entry.value.brand ?? defaultBrand);
    return describePolicy(resolve(entry), languageOf(words), dress, joinHtml);
  };
}

/** What the pages of a project show, by site and language. */
export type Policies = Readonly<Record<string, Readonly<Record<string, PlainPolicy>>>>;

/** An object whose values are made when they are first asked for. */
function lazy<Value>(keys: readonly string[], make: (key: string) => Value) {
  const made = new Map<string, Value>();
  const descriptors = keys.map((key) => {
    const get = (): Value => {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key)!;
    };
    return [key, { get, enumerable: true }] as const;
  });
  return Object.freeze(Object.defineProperties({}, Object.fromEntries(descriptors))) as Readonly<
    Record<string, Value>
  >;
}

/** Frozen; each policy is described when it is first asked for, so that a site among thousands costs no more than one. */
export function describePolicies(registry: Registry): Policies {
  const policyOf = createPolicies(registry, templatesOf(registry.project));
  return lazy([...registry.sites.keys()], (id) =>
    lazy(registry.sites.get(id)!.value.languages, (tag) => plainPolicy(policyOf(id, tag)!)),
  );
}
