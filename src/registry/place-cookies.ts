import type { Place } from "../diagnostic.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import type { DeclaredCookie, UsedProvider } from "./cookies.ts";
import type { Entry } from "./entry.ts";
import type { Provider } from "./schema/provider.ts";
import type { Site } from "./schema/site.ts";

/** The place of a key of a cookie, or of its name. */
export type PlaceOfCookie = (path: Path, part?: KeyOrValue) => Place;

/** Finds places of a cookie in its provider's file. */
export const placeInProvider = (provider: Entry<Provider>, position: number): PlaceOfCookie => {
  const declared = provider.value.cookies[position]!;
  return (path, part) => {
    const [key] = path;
    const isThere = key !== undefined && Object.hasOwn(declared, key);
    return provider.place(
      ["cookies", position, ...(isThere ? path : ["name"])],
      isThere ? part : "value",
    );
  };
};

/** As `placeInProvider`, for a cookie as a site uses it: what the site states instead stands in the site's file. */
export function placeInUse(
  site: Entry<Site>,
  { provider, index }: UsedProvider,
  { name, position, override }: DeclaredCookie,
): PlaceOfCookie {
  const declared = placeInProvider(provider, position);
  return (path, part) =>
    override && path[0] !== undefined && Object.hasOwn(override, path[0])
      ? site.place(["providers", index, "override", name, ...path], part)
      : declared(path, part);
}
