import type { DeclaredCookie, UsedProvider } from "../registry/cookies.ts";
import { inEveryLanguage } from "../vocabulary/by-language.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Provider } from "../registry/schema/provider.ts";

/** Whether somebody else than the site runs it. */
export const isRunByOthers = ({ operator }: Provider): boolean => operator !== "site";

/** Whether it uses the data for itself, as far as is said. */
export const mayUseForItself = (provider: Provider): boolean =>
  isRunByOthers(provider) && provider.role !== "processor";

/** Whether it bears the name of a site or of its controller: its own software, of which nothing says who runs it. */
export const bearsNameOf = (
  { name, entity }: Provider,
  { name: site, controller }: Site,
): boolean =>
  [...inEveryLanguage(site), ...inEveryLanguage(controller?.name)].some(
    (one) => one === name || one === entity,
  );

/** The cookies of a site with their providers, but for what is necessary. */
export const optionalCookies = (
  used: readonly UsedProvider[],
): { readonly cookie: DeclaredCookie; readonly used: UsedProvider }[] =>
  used.flatMap((one) =>
    one.cookies
      .filter(({ category }) => category !== "necessary")
      .map((cookie) => ({ cookie, used: one })),
  );
