import type { Opener } from "../vocabulary/vocabulary.ts";
import { showAddress } from "../vocabulary/host.ts";
import { inLanguage, type ByLanguage } from "../vocabulary/by-language.ts";
import { isId } from "../vocabulary/id.ts";
import { asked } from "../vocabulary/law.ts";
import { categories } from "../vocabulary/vocabulary.ts";

/** What of a site the prose can name. */
export interface ProseSite {
  readonly name: ByLanguage;
  readonly url: string;
  readonly controller?:
    | {
        readonly name: ByLanguage;
        readonly email?: string | undefined;
        readonly dpo?: string | undefined;
        readonly address?: readonly string[] | undefined;
      }
    | undefined;
  readonly authority?: { readonly name: ByLanguage; readonly url: ByLanguage } | undefined;
  readonly privacyPolicy?: ByLanguage | undefined;
  readonly optOut?: ByLanguage | undefined;
  readonly gpc?:
    | { readonly account?: boolean | undefined; readonly display?: ByLanguage | undefined }
    | undefined;
  readonly preferences?: ByLanguage | undefined;
  /** What else a link to `preferences` needs. */
  readonly opener?: Opener | undefined;
  readonly objection?: ByLanguage | undefined;
  readonly updated?: string | undefined;
}

/** The language in which a site is named. */
export interface ProseLanguage {
  readonly tag: string;
  readonly writeDate: (date: string) => string;
}

const said = (value: ByLanguage | undefined, { tag }: ProseLanguage): string | undefined =>
  value === undefined ? undefined : inLanguage(value, tag);

interface Placeholder {
  readonly name: string;
  /** What stands there, for translators. */
  readonly meaning: string;
  /** The condition under which it may stand, or one below it; `null` where every site fills it. */
  readonly guard: string | null;
  /** What a link may lead to: the value itself, or `mailto:` and the value. */
  readonly target?: "address" | "mail";
  /** `undefined` where the site lacks it. */
  readonly value: (site: ProseSite, language: ProseLanguage) => string | undefined;
}

/** Its links may open a consent banner. */
export const preferencesPlaceholder = "site.preferences";

/** The one table of placeholders: filling, checking, conditions and the notes for translators follow from it. */
export const placeholders: readonly Placeholder[] = [
  {
    name: "site.name",
    meaning: "the name of the site",
    guard: null,
    value: ({ name }, language) => said(name, language),
  },
  {
    name: "site.url",
    meaning: "the address of the site, as a link",
    guard: null,
    target: "address",
    value: ({ url }) => url,
  },
  {
    name: "site.host",
    meaning: 'the host of the site, such as "www.example.org"',
    guard: null,
    value: ({ url }) => new URL(url).host,
  },
  {
    name: "site.controller.name",
    meaning: "the name of the controller",
    guard: "site.controller",
    value: ({ controller }, language) => said(controller?.name, language),
  },
  {
    name: "site.controller.email",
    meaning: "the controller's e-mail address",
    guard: "site.controller.email",
    target: "mail",
    value: ({ controller }) => controller?.email,
  },
  {
    name: "site.controller.dpo",
    meaning: "the e-mail address of the data protection officer",
    guard: "site.controller.dpo",
    target: "mail",
    value: ({ controller }) => controller?.dpo,
  },
  {
    name: "site.controller.address",
    meaning: "the controller's postal address",
    guard: "site.controller.address",
    value: ({ controller }) => controller?.address?.join(", "),
  },
  {
    name: "site.authority.name",
    meaning: "the name of the data protection authority",
    guard: "site.authority",
    value: ({ authority }, language) => said(authority?.name, language),
  },
  {
    name: "site.authority.url",
    meaning: "the authority's address, as a link",
    guard: "site.authority",
    target: "address",
    value: ({ authority }, language) => said(authority?.url, language),
  },
  {
    name: preferencesPlaceholder,
    meaning: "the address where a visitor changes the choice, as a link",
    guard: "site.preferences",
    target: "address",
    value: ({ preferences }, language) => said(preferences, language),
  },
  {
    name: "site.objection",
    meaning: "the address where a visitor objects, as a link",
    guard: "site.objection",
    target: "address",
    value: ({ objection }, language) => said(objection, language),
  },
  {
    name: "site.privacyPolicy",
    meaning: "the address of the site's privacy notice, as a link",
    guard: "site.privacyPolicy",
    target: "address",
    value: ({ privacyPolicy }, language) => said(privacyPolicy, language),
  },
  {
    name: "site.optOut",
    meaning: "the address where a visitor opts out of the sale of data, as a link",
    guard: "site.optOut",
    target: "address",
    value: ({ optOut }, language) => said(optOut, language),
  },
  {
    name: "site.gpc.display",
    meaning: "the address where a visitor sees that a signal was honoured, as a link",
    guard: "site.gpc.display",
    target: "address",
    value: ({ gpc }, language) => said(gpc?.display, language),
  },
  {
    name: "site.updated",
    meaning: "the day of the last update, in the language of the page",
    guard: "site.updated",
    value: ({ updated }, { writeDate }) => (updated === undefined ? undefined : writeDate(updated)),
  },
];

export const placeholderNames: readonly string[] = placeholders.map(({ name }) => name);

const byName: ReadonlyMap<string, Placeholder> = new Map(
  placeholders.map((placeholder) => [placeholder.name, placeholder]),
);

export const findPlaceholder = (name: string): Placeholder | undefined => byName.get(name);

const conditionsOf = ({ name, guard }: Placeholder): string[] =>
  guard === null ? [] : [guard, name];

/** Everything that a passage may depend on. */
export const conditions: readonly string[] = [
  ...categories,
  "third-parties",
  "third-party-cookies",
  "transfers",
  "recipients",
  "varying-names",
  "renewed",
  "last-activity",
  "data-retention",
  "withdrawal",
  ...asked.map((model) => `consent.${model}`),
  "site.gpc",
  "site.gpc.account",
  ...new Set(placeholders.flatMap(conditionsOf)),
];

/** `law.gdpr`: a law of one of the site's jurisdictions, by its id. */
export const isLawCondition = (condition: string): boolean =>
  condition.startsWith("law.") && isId(condition.slice("law.".length));

/** Whether a condition follows from another: `site.controller` does from `site.controller.email`. */
export const follows = (condition: string, from: string): boolean =>
  condition === from || from.startsWith(`${condition}.`);

/** The conditions under which a placeholder may stand; none where it may stand anywhere. */
export const guardsOf = ({ guard }: Placeholder): string[] =>
  guard === null ? [] : conditions.filter((condition) => follows(guard, condition));

/** Values by placeholder. */
export type Values = Pick<ReadonlyMap<string, string>, "get">;

/** What a site fills in, said when it is asked for; what it lacks is not there. */
export const valuesOf = (site: ProseSite, language: ProseLanguage): Values => ({
  get(name) {
    const { value, target } = byName.get(name) ?? {};
    const text = value?.(site, language);
    if (text === undefined) return undefined;
    const isAddress = target !== undefined || name === "site.host";
    return isAddress ? showAddress(text, language.tag) : text;
  },
});

const anyLanguage: ProseLanguage = { tag: "en", writeDate: String };

/** The conditions on its own file that hold for a site. */
export const siteConditions = (site: ProseSite): string[] => [
  ...placeholders.flatMap((placeholder) =>
    placeholder.value(site, anyLanguage) === undefined ? [] : conditionsOf(placeholder),
  ),
  ...(site.gpc ? ["site.gpc"] : []),
  ...(site.gpc?.account === true ? ["site.gpc.account"] : []),
];
