import { type GoogleConsentType, googleConsentTypes } from "../../registry/consent-signals.ts";
import type { CookieFact, CookieFacts } from "../cookie-facts.ts";
import type { Exporter, ExportSource, Loss } from "../exporter.ts";
import { loseCookie } from "../losses.ts";
import { writeJson } from "../script-text.ts";

type States = Readonly<Record<GoogleConsentType, "granted" | "denied">>;

/** Denied where a cookie that asks serves it, and where no cookie does; granted where only others do. */
function statesOf(cookies: readonly CookieFact[], asks: (cookie: CookieFact) => boolean): States {
  const states = googleConsentTypes.map((type) => {
    const serving = cookies.filter(({ google }) => google.includes(type));
    const isGranted = serving.length > 0 && !serving.some(asks);
    return [type, isGranted ? "granted" : "denied"] as const;
  });
  return Object.fromEntries(states) as States;
}

/** Whether a cookie that asks somewhere asks at one place. */
const asksAt = (jurisdiction: string, { categories }: CookieFacts) => {
  const models = new Map(
    categories.map(({ id, consent }) => [
      id,
      consent.filter((one) => one.jurisdiction === jurisdiction).map(({ model }) => model),
    ]),
  );
  return ({ consent, category }: CookieFact): boolean => {
    const known = models.get(category) ?? [];
    return consent === "required" && (known.length === 0 || known.includes("opt-in"));
  };
};

/** What is granted at some places although it is denied elsewhere: those with the same states together. */
function exceptions({ facts, regions }: ExportSource, everywhere: States) {
  const found = new Map<string, { states: States; region: string[] }>();
  const losses: Loss[] = [];
  for (const jurisdiction of facts.jurisdictions) {
    const states = statesOf(facts.cookies, asksAt(jurisdiction, facts));
    const key = JSON.stringify(states);
    if (key === JSON.stringify(everywhere)) continue;
    const codes = regions[jurisdiction] ?? [];
    if (codes.length === 0)
      losses.push({
        rule: "not-exportable",
        message: `"${jurisdiction}" has no code of ISO 3166, so that the strictest defaults hold there`,
      });
    const { region } = found.get(key) ?? { region: [] };
    if (codes.length > 0) found.set(key, { states, region: [...region, ...codes] });
  }
  return { found: [...found.values()], losses };
}

/** Which types a visitor grants with each category. */
function grantsOf({ categories, cookies }: CookieFacts) {
  const grants = categories.map(({ id }) => {
    const asked = cookies.filter((one) => one.category === id && one.consent === "required");
    const types = new Set(asked.flatMap(({ google }) => google));
    return [id, googleConsentTypes.filter((type) => types.has(type))] as const;
  });
  return Object.fromEntries(grants.filter(([, types]) => types.length > 0));
}

const waitMilliseconds = 500;

/** The defaults of Google's consent mode, and what each category grants: https://developers.google.com/tag-platform/security/guides/consent. */
export const googleConsentMode: Exporter = {
  id: "google-consent-mode",
  title: "defaults of Google's consent mode, version 2",
  extension: "json",
  unit: "site",
  write(source) {
    const { facts } = source;
    const everywhere = statesOf(facts.cookies, ({ consent }) => consent === "required");
    const { found, losses } = exceptions(source, everywhere);
    const unknown = facts.cookies.filter(
      ({ consent, google }) => consent === "required" && google.length === 0,
    );
    return {
      text: writeJson({
        default: [
          ...found.map(({ states, region }) => ({ ...states, region })),
          { ...everywhere, wait_for_update: waitMilliseconds },
        ],
        grant: grantsOf(facts),
      }),
      losses: [
        ...losses,
        ...unknown.map((cookie) =>
          loseCookie(
            "not-exportable",
            cookie,
            "asks for consent and no type of Google's stands for its purposes",
          ),
        ),
      ],
    };
  },
};
