import { consentRecordOf } from "../consent-record.ts";
import type { CookieFact } from "../cookie-facts.ts";
import type { Exporter } from "../exporter.ts";
import { askedInstead, hostOnly, keptBy, notErasable } from "../losses.ts";
import { writeJson } from "../script-text.ts";
import { beginsOn, isErasable, type Switch, switchesOf } from "../switches.ts";

/** From the most to the least specific: the first entry that matches a name decides. */
const ways = ["exact", "startsWith", "includes"] as const;

/** How it finds a name, and by which text; `undefined` for a pattern that it cannot say. */
function matchOf({ name }: CookieFact): { by: (typeof ways)[number]; text: string } | undefined {
  const [first = "", second, ...more] = name.split("*");
  if (second === undefined) return { by: "exact", text: first };
  if (more.length === 0) return second === "" ? { by: "startsWith", text: first } : undefined;
  const isInside = first === "" && more.length === 1 && more[0] === "";
  return isInside ? { by: "includes", text: second } : undefined;
}

const manifestOf = (switches: readonly Switch[]) =>
  ways.flatMap((matchBy) =>
    [...new Set(switches.map(({ group }) => group))].flatMap((group) => {
      const those = switches.filter((one) => one.group === group);
      const cookies = those
        .flatMap((one) => one.cookies.filter(isErasable))
        .flatMap((cookie) => matchOf(cookie) ?? [])
        .flatMap(({ by, text }) => (by === matchBy ? [text] : []));
      const optional = those[0]!.decision !== "always";
      return cookies.length === 0 ? [] : [{ categoryName: group, optional, matchBy, cookies }];
    }),
  );

const banner = "cookie-manager";

/** The configuration of @hmcts/cookie-manager 1: https://github.com/hmcts/cookie-manager. */
export const cookieManager: Exporter = {
  id: "cookie-manager",
  title: "@hmcts/cookie-manager 1",
  extension: "json",
  unit: "site",
  write({ facts }) {
    const switches = switchesOf(facts);
    const { name, days, losses } = consentRecordOf(facts);
    const isOn = beginsOn(switches);
    const config = {
      userPreferences: {
        ...(name === null ? {} : { cookieName: name }),
        ...(days === null ? {} : { cookieExpiry: days }),
      },
      cookieManifest: manifestOf(switches),
      // Else it erases what nobody declares.
      additionalOptions: { deleteUndefinedCookies: false, defaultConsent: isOn },
    };
    return {
      text: writeJson(config),
      losses: [
        ...losses,
        ...(isOn ? [] : askedInstead(switches, banner)),
        ...keptBy(
          switches,
          (cookie) => matchOf(cookie) === undefined,
          `since ${banner} can have no "*" there, expected "name*" or "*name*"`,
        ),
        ...notErasable(switches),
        ...hostOnly(switches, banner),
      ],
    };
  },
};
