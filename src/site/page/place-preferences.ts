import { addressesOfPreferences, type Site } from "../../registry/schema/site.ts";
import { type Opener, openings } from "../../vocabulary/vocabulary.ts";
import { type ByLanguage, inEveryLanguage } from "../../vocabulary/by-language.ts";

/** Where a policy is shown: in a document of its own, or in one of the site, in which the site's banner runs. */
export type Setting = "alone" | "within-site";

/** A site whose `preferences` are addresses, as seen from where its policy is shown. */
export interface PlacedSite extends Site {
  readonly preferences?: ByLanguage | undefined;
  /** By which a link to `preferences` opens the site's banner. */
  readonly opener?: Opener | undefined;
}

const mapAddresses = (addresses: ByLanguage, map: (address: string) => string): ByLanguage =>
  typeof addresses === "string"
    ? map(addresses)
    : Object.fromEntries(Object.entries(addresses).map(([tag, one]) => [tag, map(one)]));

const hasFragment = (addresses: ByLanguage): boolean =>
  inEveryLanguage(addresses).some((one) => one.startsWith("#"));

/** Whether it makes a difference where the policy of a site is shown. */
export function dependsOnSetting({ preferences }: Site): boolean {
  if (preferences === undefined) return false;
  const addresses = addressesOfPreferences(preferences);
  return addresses === undefined || hasFragment(addresses);
}

/** Alone, a policy has no banner and none of the site's elements: its links lead to the site, where these are. */
export function placePreferences(site: Site, setting: Setting): PlacedSite {
  // Most sites are as they are, wherever they are shown; there may be thousands.
  if (!dependsOnSetting(site)) return site;
  const addresses = addressesOfPreferences(site.preferences);
  const onSite = (address: string): string => new URL(address, site.url).href;
  if (addresses !== undefined) {
    const fromAlone = (one: string) => (one.startsWith("#") ? onSite(one) : one);
    const isAlone = setting === "alone";
    return { ...site, preferences: isAlone ? mapAddresses(addresses, fromAlone) : addresses };
  }
  const { attribute, fragment } = openings[(site.preferences as { banner: string }).banner]!;
  return setting === "alone"
    ? { ...site, preferences: onSite(fragment ?? "") }
    : { ...site, preferences: fragment ?? site.url, opener: attribute };
}
