import type { Entry } from "./entry.ts";
import type { Registry } from "./registry.ts";
import type { Cookie, Provider } from "./schema/provider.ts";
import type { Site } from "./schema/site.ts";
import type { Place } from "./text.ts";
import type { Part, Path } from "./yaml/locate.ts";

/** A cookie as a site uses it. */
export interface CookieUse {
  /** Its index in the provider's file. */
  readonly position: number;
  /** As the provider declares it, with what the site states instead. */
  readonly cookie: Cookie;
  /** What the site states instead. */
  readonly override?: Partial<Cookie>;
}

/** A provider of a site, with those of its cookies that the site picks. */
export interface ProviderUse {
  readonly provider: Entry<Provider>;
  /** Its index in the site's list. */
  readonly index: number;
  readonly cookies: readonly CookieUse[];
}

/** The providers of a site and their cookies, as the site uses them, in its order; unknown providers are left out. */
export const usesOf = (
  site: Pick<Site, "providers">,
  { providers }: Pick<Registry, "providers">,
): ProviderUse[] =>
  site.providers.flatMap((pick, index) => {
    const { id, only, override = {} } = typeof pick === "string" ? { id: pick } : pick;
    const provider = providers.get(id);
    if (!provider) return [];
    const picked = only && new Set(only);
    const cookies = provider.value.cookies.flatMap((cookie, position): CookieUse[] => {
      if (picked && !picked.has(cookie.name)) return [];
      const changed = Object.hasOwn(override, cookie.name) ? override[cookie.name] : undefined;
      if (!changed) return [{ position, cookie }];
      return [{ position, cookie: { ...cookie, ...changed }, override: changed }];
    });
    return [{ provider, index, cookies }];
  });

/** Finds the place of a key of a cookie, or of its name, in its provider's file. */
export const placeInProvider = (provider: Entry<Provider>, position: number) => {
  const declared = provider.value.cookies[position]!;
  return (path: Path, part?: Part): Place => {
    const [key] = path;
    const isThere = key !== undefined && Object.hasOwn(declared, key);
    return provider.place(
      ["cookies", position, ...(isThere ? path : ["name"])],
      isThere ? part : "value",
    );
  };
};

/** As `placeInProvider`, for a cookie as a site uses it: what the site states instead stands in the site's file. */
export function placeOfUse(
  site: Entry<Site>,
  { provider, index }: ProviderUse,
  { cookie: { name }, position, override }: CookieUse,
) {
  const declared = placeInProvider(provider, position);
  return (path: Path, part?: Part): Place =>
    override && path[0] !== undefined && Object.hasOwn(override, path[0])
      ? site.place(["providers", index, "override", name, ...path], part)
      : declared(path, part);
}
