import { categoryOf, exemptionOf } from "../registry/category.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";

/** The cookies of a site, as it uses them. */
export const cookiesOf = ({ providers: picks }: Site, { providers }: Registry): Cookie[] =>
  picks.flatMap((pick) => {
    const { id, only, override = {} } = typeof pick === "string" ? { id: pick } : pick;
    return (providers.get(id)?.value.cookies ?? [])
      .filter(({ name }) => !only || only.includes(name))
      .map((cookie) => ({ ...cookie, ...override[cookie.name] }));
  });

const asksConsent = (cookie: Cookie, registry: Registry): boolean =>
  categoryOf(cookie, registry.purposes) !== "necessary" &&
  exemptionOf(cookie, registry) === undefined;

/** The first cookie of a site that is set only with consent. */
export const findConsentCookie = (site: Site, registry: Registry): Cookie | undefined =>
  cookiesOf(site, registry).find((cookie) => asksConsent(cookie, registry));
