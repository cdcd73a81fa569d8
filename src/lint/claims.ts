import { categoryOf } from "../registry/category.ts";
import { partyOf } from "../registry/party.ts";
import type { Registry } from "../registry/registry.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Place } from "../registry/text.ts";
import { usesOf } from "../registry/used.ts";
import type { Path } from "../registry/yaml/locate.ts";
import type { Claim } from "./shelf.ts";

/** What a provider of a site says of a name: its category, as the view. */
interface CategoryClaim extends Claim {
  /** Where in the site's list the provider stands. */
  readonly index: number;
  /** The same as a path of the site. */
  readonly path: Path;
  /** Where the provider declares the name. */
  readonly place: () => Place;
}

/** What the providers of a site say of their cookies, as the site uses them. */
export const claimsOf = (site: Site, registry: Registry): readonly CategoryClaim[] =>
  usesOf(site, registry).flatMap(({ provider, index, cookies }) =>
    cookies.map(({ cookie, position }) => {
      const { name, storage = "cookie", domain } = cookie;
      const host = partyOf(domain, site.url) === "first" ? "" : domain;
      return {
        name,
        scope: `${storage} ${host}`,
        view: categoryOf(cookie, registry.purposes),
        owner: provider.id,
        index,
        path: ["providers", index, ...(typeof site.providers[index] === "string" ? [] : ["id"])],
        place: () => provider.place(["cookies", position, "name"]),
      };
    }),
  );
