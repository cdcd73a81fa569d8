import { durationText, exemptionsText, purposesText } from "../banner-texts.ts";
import { consentRecordOf } from "../consent-record.ts";
import type { WordsOfFacts } from "../cookie-facts.ts";
import type { Exporter, ExportSource } from "../exporter.ts";
import { askedInstead, notErasable, withoutSwitch } from "../losses.ts";
import { escapeHtml, writeModule } from "../script-text.ts";
import { beginsOn, cookieDomains, isErasable, type Switch, switchesOf } from "../switches.ts";

/** What it erases: each name on the host of the page, and on each domain that the site may have set it for. */
const itemsOf = (one: Switch, source: ExportSource) =>
  one.cookies.filter(isErasable).flatMap((cookie) => {
    const name = cookie.name.includes("*") ? new RegExp(cookie.regex) : cookie.name;
    return [{ name }, ...cookieDomains(cookie, source).map((domain) => ({ name, domain }))];
  });

function categoryOf(switches: readonly Switch[], isEnabled: boolean, source: ExportSource) {
  if (switches.every(({ decision }) => decision === "always"))
    return { enabled: true, readOnly: true };
  return {
    ...(isEnabled ? { enabled: true } : {}),
    services: Object.fromEntries(
      switches.map((one) => [
        one.provider.id,
        { label: escapeHtml(one.provider.name), cookies: itemsOf(one, source) },
      ]),
    ),
    // At the first refusal only these are erased, and not those of the services.
    autoClear: { cookies: switches.flatMap((one) => itemsOf(one, source)) },
  };
}

const tableColumns = ["name", "provider", "purposes", "duration"] as const;

function sectionOf(group: string, switches: readonly Switch[], words: WordsOfFacts) {
  const { category } = switches[0]!;
  const { name, description } = words.categories[category]!;
  const why =
    group === category
      ? ""
      : exemptionsText(
          switches.flatMap((one) => one.cookies),
          words,
        );
  const body = switches.flatMap(({ provider, cookies }) =>
    cookies.map((cookie) => ({
      name: escapeHtml(cookie.name),
      provider: escapeHtml(provider.name),
      purposes: escapeHtml(purposesText([cookie], words)),
      duration: escapeHtml(durationText(cookie, words)),
    })),
  );
  return {
    title: escapeHtml(why === "" ? name : `${name} (${why})`),
    description: escapeHtml(description),
    linkedCategory: group,
    cookieTable: {
      caption: escapeHtml(name),
      headers: Object.fromEntries(tableColumns.map((id) => [id, escapeHtml(words.columns[id]!)])),
      body,
    },
  };
}

function translationOf(
  tag: string,
  groups: ReadonlyMap<string, readonly Switch[]>,
  { facts, links }: ExportSource,
) {
  const words = facts.words[tag]!;
  const texts = Object.fromEntries(
    Object.entries(words.banner).map(([key, text]) => [key, escapeHtml(text)]),
  ) as Record<keyof WordsOfFacts["banner"], string>;
  const { policy = null, privacy = null } = links[tag] ?? {};
  const link = (href: string | null, text: string) =>
    href === null ? [] : [`<a href="${escapeHtml(href)}">${text}</a>`];
  const footer = [...link(policy, escapeHtml(words.title)), ...link(privacy, texts.privacyPolicy)];
  const { acceptAll, rejectAll } = texts;
  return {
    consentModal: {
      title: texts.consentTitle,
      description: `${texts.consentDescription} {{revisionMessage}}`,
      revisionMessage: texts.revisionMessage,
      acceptAllBtn: acceptAll,
      acceptNecessaryBtn: rejectAll,
      showPreferencesBtn: texts.manage,
      ...(footer.length > 0 ? { footer: footer.join("\n") } : {}),
    },
    preferencesModal: {
      title: texts.preferencesTitle,
      acceptAllBtn: acceptAll,
      acceptNecessaryBtn: rejectAll,
      savePreferencesBtn: texts.save,
      closeIconLabel: texts.close,
      serviceCounterLabel: texts.serviceCounter,
      sections: [...groups].map(([group, switches]) => sectionOf(group, switches, words)),
    },
  };
}

/** The configuration of vanilla-cookieconsent 3, a module: https://github.com/orestbida/cookieconsent. */
export const vanillaCookieconsent: Exporter = {
  id: "vanilla-cookieconsent",
  title: "vanilla-cookieconsent 3",
  extension: "js",
  unit: "site",
  write(source) {
    const { facts } = source;
    const switches = switchesOf(facts);
    const groups = new Map<string, Switch[]>();
    for (const one of switches) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
    const { name, days, losses } = consentRecordOf(facts);
    const isOn = beginsOn(switches);
    const config = {
      mode: isOn ? "opt-out" : "opt-in",
      // The hash of the facts as a number, which its cookie must hold; another makes it ask again.
      revision: Number.parseInt(facts.revision, 16),
      cookie: {
        ...(name === null ? {} : { name }),
        ...(days === null ? {} : { expiresAfterDays: days }),
      },
      categories: Object.fromEntries(
        [...groups].map(([group, those]) => [group, categoryOf(those, isOn, source)]),
      ),
      language: {
        default: facts.languages[0],
        autoDetect: "document",
        rtl: source.rightToLeft,
        translations: Object.fromEntries(
          facts.languages.map((tag) => [tag, translationOf(tag, groups, source)]),
        ),
      },
    };
    return {
      text: writeModule(config),
      losses: [
        ...losses,
        ...(isOn ? [] : askedInstead(switches, "vanilla-cookieconsent")),
        ...withoutSwitch(facts),
        ...notErasable(switches),
      ],
    };
  },
};
