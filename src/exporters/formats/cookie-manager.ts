import type { CookieFact } from "../cookie-facts.ts";
import type { Exporter, Loss } from "../exporter.ts";
import { writeJson } from "../script-text.ts";
import {
  consentRecordOf,
  cookieOf,
  hostOnly,
  isErasable,
  notErasable,
  type Switch,
  switchesOf,
} from "../switches.ts";

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

function entriesOf(switches: readonly Switch[]) {
  const losses: Loss[] = [];
  const entries = new Map<string, { categoryName: string; optional: boolean; cookies: string[] }>();
  for (const { group, decision, cookies } of switches)
    for (const cookie of cookies.filter(isErasable)) {
      const match = matchOf(cookie);
      if (!match) {
        const message = `"${cookie.name}" has a "*" where cookie-manager cannot have one, so that it stays after a refusal, expected "name*" or "*name*"`;
        if (decision !== "always")
          losses.push({ rule: "not-exportable", message, cookie: cookieOf(cookie) });
        continue;
      }
      const key = `${match.by} ${group}`;
      const entry = entries.get(key) ?? {
        categoryName: group,
        optional: decision !== "always",
        cookies: [],
      };
      entries.set(key, { ...entry, cookies: [...entry.cookies, match.text] });
    }
  const manifest = ways.flatMap((matchBy) =>
    [...entries].flatMap(([key, entry]) =>
      key.startsWith(`${matchBy} `) ? [{ ...entry, matchBy }] : [],
    ),
  );
  return { manifest, losses };
}

const setUntilRefused = (switches: readonly Switch[]): Loss[] =>
  switches
    .filter(({ decision }) => decision === "refusable")
    .flatMap(({ cookies }) => cookies)
    .map((cookie) => ({
      rule: "not-exportable",
      message: `"${cookie.name}" is set until it is refused, which cookie-manager knows only for a whole site; it asks first`,
      cookie: cookieOf(cookie),
    }));

/** The configuration of @hmcts/cookie-manager 1: https://github.com/hmcts/cookie-manager. */
export const cookieManager: Exporter = {
  id: "cookie-manager",
  title: "@hmcts/cookie-manager 1",
  extension: "json",
  unit: "site",
  write({ facts }) {
    const switches = switchesOf(facts);
    const { name, days, losses } = consentRecordOf(facts);
    const { manifest, losses: unsaid } = entriesOf(switches);
    const isRefusable =
      switches.some(({ decision }) => decision === "refusable") &&
      switches.every(({ decision }) => decision !== "asked");
    const config = {
      userPreferences: {
        ...(name === null ? {} : { cookieName: name }),
        ...(days === null ? {} : { cookieExpiry: days }),
      },
      cookieManifest: manifest,
      // Else it erases what nobody declares.
      additionalOptions: { deleteUndefinedCookies: false, defaultConsent: isRefusable },
    };
    return {
      text: writeJson(config),
      losses: [
        ...losses,
        ...unsaid,
        ...(isRefusable ? [] : setUntilRefused(switches)),
        ...notErasable(switches),
        ...hostOnly(switches, "cookie-manager"),
      ],
    };
  },
};
