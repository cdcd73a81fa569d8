import { exemptionsText, purposesText } from "../banner-texts.ts";
import { consentRecordOf } from "../consent-record.ts";
import type { CookieFact } from "../cookie-facts.ts";
import type { Exporter, ExportSource } from "../exporter.ts";
import { notErasable, withoutSwitch } from "../losses.ts";
import { writeJson } from "../script-text.ts";
import { cookieDomains, isErasable, type Switch, switchesOf } from "../switches.ts";

/** A text that begins with `^` is a regular expression to it. */
const patternOf = ({ name, regex }: CookieFact): string =>
  name.includes("*") || name.startsWith("^") ? regex : name;

/** Each with a domain erases that of the host alone, too. */
const cookiesOf = (one: Switch, source: ExportSource) =>
  one.cookies
    .filter(isErasable)
    .flatMap((cookie) =>
      cookieDomains(cookie, source).map((domain) => [patternOf(cookie), "/", domain]),
    );

const serviceOf = (one: Switch, source: ExportSource) => ({
  name: one.id,
  title: one.provider.name,
  purposes: [one.category],
  required: one.decision === "always",
  default: one.decision !== "asked",
  ...(one.decision === "refusable" ? { optOut: true } : {}),
  // Here and not at the top, where the id of a provider could be the name of a text of its own.
  translations: Object.fromEntries(
    Object.entries(source.facts.words).map(([tag, words]) => {
      const why = one.group === one.category ? "" : exemptionsText(one.cookies, words);
      const title = why === "" ? one.provider.name : `${one.provider.name} (${why})`;
      return [tag, { title, description: purposesText(one.cookies, words) }];
    }),
  ),
  cookies: cookiesOf(one, source),
});

function translationOf(tag: string, { facts, links }: ExportSource) {
  const { categories, banner } = facts.words[tag]!;
  const { policy = null, privacy = null } = links[tag] ?? {};
  const href = privacy ?? policy;
  return {
    ...(href === null ? {} : { privacyPolicyUrl: href }),
    privacyPolicy: { name: banner.privacyPolicy },
    purposes: Object.fromEntries(
      Object.entries(categories).map(([id, { name, description }]) => [
        id,
        { title: name, description },
      ]),
    ),
    consentNotice: {
      title: banner.consentTitle,
      description: banner.consentDescription,
      changeDescription: banner.revisionMessage,
      learnMore: banner.manage,
    },
    consentModal: { title: banner.preferencesTitle, description: banner.consentDescription },
    acceptAll: banner.acceptAll,
    decline: banner.rejectAll,
    ok: banner.acceptAll,
    acceptSelected: banner.save,
    save: banner.save,
    close: banner.close,
  };
}

/** The configuration of Klaro 0.7: https://github.com/klaro-org/klaro-js. */
export const klaro: Exporter = {
  id: "klaro",
  title: "Klaro 0.7",
  extension: "json",
  unit: "site",
  write(source) {
    const { facts } = source;
    const switches = switchesOf(facts);
    const { name, days, losses } = consentRecordOf(facts);
    const config = {
      version: 1,
      ...(name === null ? {} : { storageMethod: "cookie", cookieName: name }),
      ...(days === null ? {} : { cookieExpiresAfterDays: days }),
      default: false,
      mustConsent: false,
      acceptAll: true,
      hideDeclineAll: false,
      groupByPurpose: true,
      translations: Object.fromEntries(
        facts.languages.map((tag) => [tag, translationOf(tag, source)]),
      ),
      services: switches.map((one) => serviceOf(one, source)),
    };
    return {
      text: writeJson(config),
      losses: [...losses, ...withoutSwitch(facts), ...notErasable(switches)],
    };
  },
};
