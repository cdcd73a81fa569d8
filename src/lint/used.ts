import { asksConsent } from "../registry/category.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { usesOf } from "../registry/used.ts";

/** The cookies of a site, as it uses them. */
export const cookiesOf = (site: Site, registry: Registry): Cookie[] =>
  usesOf(site, registry).flatMap(({ cookies }) => cookies.map(({ cookie }) => cookie));

/** The first cookie of a site that is set only with consent. */
export const findConsentCookie = (site: Site, registry: Registry): Cookie | undefined =>
  cookiesOf(site, registry).find((cookie) => asksConsent(cookie, registry));
