import type { CookieFact, CookieFacts } from "./cookie-facts.ts";
import type { Loss } from "./exporter.ts";
import { isErasable, type Switch } from "./switches.ts";

/** Says something of a cookie by its name. */
export const loseCookie = (
  rule: Loss["rule"],
  { provider, name }: CookieFact,
  said: string,
): Loss => ({ rule, message: `"${name}" ${said}`, cookie: { provider, name } });

/** What a visitor may refuse. */
const refusableIn = (switches: readonly Switch[]): readonly CookieFact[] =>
  switches.filter(({ decision }) => decision !== "always").flatMap(({ cookies }) => cookies);

const whyNotErasable = ({ storage, party }: CookieFact): string => {
  if (storage !== "cookie") return `it is no cookie but ${storage}`;
  return party === "first" ? "it is hidden from scripts (HttpOnly)" : "it belongs to another site";
};

/** What a visitor may refuse and no banner can take away again. */
export const notErasable = (switches: readonly Switch[]): Loss[] =>
  refusableIn(switches)
    .filter((cookie) => !isErasable(cookie))
    .map((cookie) =>
      loseCookie("not-erasable", cookie, `stays after a refusal, since ${whyNotErasable(cookie)}`),
    );

/** What a banner cannot erase although a script could, and why. */
export const keptBy = (
  switches: readonly Switch[],
  isKept: (cookie: CookieFact) => boolean,
  said: string,
): Loss[] =>
  refusableIn(switches)
    .filter((cookie) => isErasable(cookie) && isKept(cookie))
    .map((cookie) => loseCookie("not-erasable", cookie, `stays after a refusal ${said}`));

/** What a banner cannot erase that sends a domain with every name, which cookies of the host alone do not have. */
export const hostOnly = (switches: readonly Switch[], banner: string): Loss[] =>
  keptBy(
    switches,
    ({ domain }) => domain === null,
    `where it is set without a domain, since ${banner} erases only what has one`,
  );

/** What is set until it is refused, where a banner has one mode for all and therefore asks. */
export const askedInstead = (switches: readonly Switch[], banner: string): Loss[] =>
  switches
    .filter(({ decision }) => decision === "refusable")
    .flatMap(({ cookies }) => cookies)
    .map((cookie) =>
      loseCookie(
        "not-exportable",
        cookie,
        `is set until it is refused, which ${banner} knows only for a whole site; it asks first`,
      ),
    );

/** Services that set nothing on the site, of which a banner therefore knows nothing. */
export const withoutSwitch = ({ providers, cookies }: CookieFacts): Loss[] =>
  providers
    .filter(({ id }) => cookies.every(({ provider }) => provider !== id))
    .map(({ name }) => ({
      rule: "not-exportable",
      message: `"${name}" sets nothing, so that the banner has no switch for it`,
    }));
