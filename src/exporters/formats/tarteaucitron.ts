import type { Category } from "../../vocabulary/vocabulary.ts";
import { consentRecordOf } from "../consent-record.ts";
import type { Exporter } from "../exporter.ts";
import { keptBy, notErasable, withoutSwitch } from "../losses.ts";
import { escapeHtml, writeJson } from "../script-text.ts";
import { isErasable, switchesOf } from "../switches.ts";

const typeOf: Readonly<Record<Exclude<Category, "necessary">, string>> = {
  preferences: "other",
  statistics: "analytic",
  marketing: "ads",
  unclassified: "other",
};

/** It puts a name into a regular expression as it stands. */
const isPlain = ({ name }: { readonly name: string }): boolean => !/[\\^$*+?()[\]{}|]/.test(name);

/** The services of tarteaucitron 1, and where it keeps the choice: https://github.com/AmauriC/tarteaucitron.js. */
export const tarteaucitron: Exporter = {
  id: "tarteaucitron",
  title: "services of tarteaucitron 1",
  extension: "json",
  unit: "site",
  write({ facts }) {
    const { name, days, losses } = consentRecordOf(facts);
    const switches = switchesOf(facts);
    const services = switches.flatMap(({ id, category, decision, provider, cookies }) => {
      if (category === "necessary") return [];
      // A refusal of all erases these, whatever needs consent.
      const erased = decision === "always" ? [] : cookies.filter(isErasable).filter(isPlain);
      return [
        {
          key: id.replaceAll("-", "_"),
          type: typeOf[category],
          name: escapeHtml(provider.name),
          uri: escapeHtml(Object.values(provider.privacyPolicy)[0] ?? ""),
          needConsent: decision === "asked",
          cookies: erased.map((cookie) => cookie.name),
        },
      ];
    });
    const config = {
      ...(name === null ? {} : { cookieName: name }),
      ...(days === null ? {} : { expireInDays: days }),
      services,
    };
    return {
      text: writeJson(config),
      losses: [
        ...losses,
        ...keptBy(
          switches,
          (cookie) => !isPlain(cookie),
          "since tarteaucitron has no patterns, nor names with signs of them",
        ),
        ...withoutSwitch(facts),
        ...notErasable(switches),
      ],
    };
  },
};
