import type { DeclaredCookie, UsedProvider } from "../registry/cookies.ts";
import type { Provider } from "../registry/schema/provider.ts";

/** Whether somebody else than the site runs it. */
export const isRunByOthers = ({ operator }: Provider): boolean => operator !== "site";

/** Whether it uses the data for itself, as far as is said. */
export const mayUseForItself = (provider: Provider): boolean =>
  isRunByOthers(provider) && provider.role !== "processor";

/** The cookies of a site with their providers, but for what is necessary. */
export const optionalCookies = (
  used: readonly UsedProvider[],
): { readonly cookie: DeclaredCookie; readonly used: UsedProvider }[] =>
  used.flatMap((one) =>
    one.cookies
      .filter(({ category }) => category !== "necessary")
      .map((cookie) => ({ cookie, used: one })),
  );
