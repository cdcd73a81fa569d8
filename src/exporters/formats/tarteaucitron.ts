import type { Category } from "../../vocabulary/vocabulary.ts";
import type { CookieFact } from "../cookie-facts.ts";
import type { Exporter, Loss } from "../exporter.ts";
import { escapeHtml, writeJson } from "../script-text.ts";
import { consentRecordOf, cookieOf, isErasable, notErasable, switchesOf } from "../switches.ts";

const typeOf: Readonly<Record<Exclude<Category, "necessary">, string>> = {
  preferences: "other",
  statistics: "analytic",
  marketing: "ads",
  unclassified: "other",
};

/** It puts a name into a regular expression as it stands. */
const isPlain = (name: string): boolean => !/[\\^$*+?()[\]{}|]/.test(name);

const loseName = (cookie: CookieFact): Loss => {
  const what = cookie.name.includes("*") ? "is a pattern" : "has a sign of regular expressions";
  const message = `"${cookie.name}" ${what}, for which tarteaucitron has no name, so that it stays after a refusal`;
  return { rule: "not-exportable", message, cookie: cookieOf(cookie) };
};

/** The services of tarteaucitron 1, and the options that say where it keeps the choice: https://github.com/AmauriC/tarteaucitron.js. */
export const tarteaucitron: Exporter = {
  id: "tarteaucitron",
  title: "services of tarteaucitron 1",
  extension: "json",
  unit: "site",
  write({ facts }) {
    const { name, days, losses: unkept } = consentRecordOf(facts);
    const switches = switchesOf(facts);
    const losses: Loss[] = [];
    const services = switches.flatMap((one) => {
      const { category, decision, provider } = one;
      if (category === "necessary") return [];
      const erasable = decision === "always" ? [] : one.cookies.filter(isErasable);
      losses.push(...erasable.filter(({ name }) => !isPlain(name)).map(loseName));
      return [
        {
          key: one.id.replaceAll("-", "_"),
          type: typeOf[category],
          name: escapeHtml(provider.name),
          uri: escapeHtml(Object.values(provider.privacyPolicy)[0] ?? ""),
          needConsent: decision === "asked",
          // A refusal of all erases these, whatever needs consent; those that need none are left out.
          cookies: erasable.map((cookie) => cookie.name).filter(isPlain),
        },
      ];
    });
    const config = {
      ...(name === null ? {} : { cookieName: name }),
      ...(days === null ? {} : { expireInDays: days }),
      services,
    };
    return { text: writeJson(config), losses: [...unkept, ...losses, ...notErasable(switches)] };
  },
};
