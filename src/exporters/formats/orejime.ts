import { purposesText } from "../banner-texts.ts";
import { consentRecordOf } from "../consent-record.ts";
import type { CookieFact, WordsOfFacts } from "../cookie-facts.ts";
import type { Exporter, ExportSource } from "../exporter.ts";
import { hostOnly, keptBy, notErasable, withoutSwitch } from "../losses.ts";
import { escapeHtml, writeJson } from "../script-text.ts";
import { cookieDomains, isErasable, type Switch, switchesOf } from "../switches.ts";

/** A text between slashes is a regular expression to it. */
const patternOf = ({ name, regex }: CookieFact): string =>
  name.includes("*") || (name.startsWith("/") && name.endsWith("/")) ? `/${regex}/` : name;

/** It encodes the name of what it erases, but for these signs. */
const isEncoded = (name: string): boolean => /[^\w!#$&'*+.^`|~-]/.test(name);

const purposeOf = (one: Switch, source: ExportSource, words: WordsOfFacts) => ({
  id: one.id,
  title: one.provider.name,
  // Put in as HTML, unlike the title.
  description: escapeHtml(purposesText(one.cookies, words)),
  isMandatory: one.decision === "always" && one.category === "necessary",
  isExempt: one.decision === "always" && one.category !== "necessary",
  default: one.decision !== "asked",
  cookies: one.cookies
    .filter(isErasable)
    .flatMap((cookie) =>
      cookieDomains(cookie, source).map((domain) => [patternOf(cookie), "/", domain]),
    ),
});

const translationsOf = ({ banner }: WordsOfFacts) => ({
  banner: {
    title: banner.consentTitle,
    description: `${banner.consentDescription}\n{privacyPolicy}`,
    privacyPolicyLabel: banner.privacyPolicy,
    accept: banner.acceptAll,
    acceptTitle: banner.acceptAll,
    decline: banner.rejectAll,
    declineTitle: banner.rejectAll,
    configure: banner.manage,
    configureTitle: banner.manage,
  },
  modal: {
    title: banner.preferencesTitle,
    description: `${banner.consentDescription}\n{privacyPolicy}`,
    privacyPolicyLabel: banner.privacyPolicy,
    close: banner.close,
    closeTitle: banner.close,
    acceptAll: banner.acceptAll,
    declineAll: banner.rejectAll,
    save: banner.save,
    saveTitle: banner.save,
  },
  misc: { updateNeeded: banner.revisionMessage },
});

/** The configuration of Orejime 3 in one language: https://github.com/boscop-fr/orejime. */
export const orejime: Exporter = {
  id: "orejime",
  title: "Orejime 3",
  extension: "json",
  unit: "language",
  missing:
    'Orejime must link a privacy policy and the site has none, expected "privacyPolicy" or "policyUrl"',
  write(source) {
    const { facts, links } = source;
    const tag = facts.languages[0]!;
    const words = facts.words[tag]!;
    const { policy = null, privacy = null } = links[tag] ?? {};
    const privacyPolicyUrl = privacy ?? policy;
    if (privacyPolicyUrl === null) return undefined;
    const switches = switchesOf(facts);
    const { name, days, losses } = consentRecordOf(facts);
    const purposes = facts.categories.flatMap(({ id }) => {
      const those = switches.filter(({ category }) => category === id);
      const { name: title, description } = words.categories[id]!;
      return those.length === 0
        ? []
        : [
            {
              id,
              title,
              description: escapeHtml(description),
              purposes: those.map((one) => purposeOf(one, source, words)),
            },
          ];
    });
    const config = {
      privacyPolicyUrl,
      cookie: { ...(name === null ? {} : { name }), ...(days === null ? {} : { duration: days }) },
      translations: translationsOf(words),
      purposes,
    };
    return {
      text: writeJson(config),
      losses: [
        ...losses,
        ...withoutSwitch(facts),
        ...notErasable(switches),
        ...keptBy(
          switches,
          ({ name: one }) => isEncoded(one),
          "since Orejime writes its name in another way",
        ),
        ...hostOnly(switches, "Orejime"),
      ],
    };
  },
};
