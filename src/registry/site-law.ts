import { memoize, memoizeByText } from "../memo.ts";
import { asked } from "../vocabulary/law.ts";
import { type Category, defaultJurisdictions } from "../vocabulary/vocabulary.ts";
import type { Jurisdictions } from "./jurisdictions.ts";
import type { Jurisdiction } from "./schema/jurisdiction.ts";
import type { Cookie } from "./schema/provider.ts";
import type { Site } from "./schema/site.ts";

/** How somebody is asked before something is stored or read. */
export type Asked = (typeof asked)[number];

/** A place of a site's visitors whose law is known and binds. */
export interface LegalPlace {
  readonly id: string;
  /** With those whose law it shares, the nearest first: `["FR", "EU"]`. */
  readonly line: readonly string[];
  readonly law: Jurisdiction;
}

/** How a category is asked for, at one place or, where no law is known, everywhere. */
export interface CategoryConsent {
  readonly place: LegalPlace | undefined;
  readonly model: Asked;
  /** Stated by the site; else it is what the law asks. */
  readonly isDeclared: boolean;
}

/** The places of a site and how it asks for consent there; the same object for sites that say the same. */
export interface SiteLaw {
  readonly places: readonly LegalPlace[];
  /** Nothing for what is unclassified, nor where neither the site nor a law says anything. */
  readonly consentTo: (category: Category) => readonly CategoryConsent[];
}

/** The value of the nearest place in a mapping by jurisdiction. */
export const atPlace = <T>(
  byPlace: Readonly<Record<string, T>> | undefined,
  line: readonly string[],
): T | undefined => {
  const id = line.find((one) => byPlace && Object.hasOwn(byPlace, one));
  return id === undefined ? undefined : byPlace![id];
};

const baseOf = (tag: string): string => tag.split("-")[0]!;

/** Whether two tags are of one language: `pt` and `pt-BR`. */
export const isSameLanguage = (a: string, b: string): boolean => baseOf(a) === baseOf(b);

/** The language of a law that its names are borrowed from by a page in another one. */
export const languageOfLaw = (tag: string, { law: { languages } }: LegalPlace): string =>
  languages.find((one) => isSameLanguage(one, tag)) ?? languages[0]!;

/** The languages in which a page may name a law, its own first. */
export const languagesFor = (
  tag: string,
  place: LegalPlace,
  fallback: string | undefined,
): string[] => [
  ...new Set([tag, languageOfLaw(tag, place), "en", ...(fallback === undefined ? [] : [fallback])]),
];

const isInForce = ({ inForce, readUpTo }: Jurisdiction): boolean =>
  inForce === undefined || inForce <= readUpTo;

/** A place is left out where no law of it is known or binds, and where another of them shares its law, as France that of the Union. */
function findPlaces(ids: readonly string[], known: Jurisdictions): LegalPlace[] {
  const lines = ids.map((id) => known.lineOf(id));
  return ids.flatMap((id, index) => {
    const law = known.get(id)?.value;
    const isShared = lines.some((line) => line.indexOf(id) > 0);
    return law && isInForce(law) && !isShared ? [{ id, line: lines[index]!, law }] : [];
  });
}

/** What a site declares for a category; a single word speaks of all that are not necessary. */
function declaredFor(
  consent: Site["consent"],
  category: Exclude<Category, "unclassified">,
  line: readonly string[],
): Asked | undefined {
  const from = (stated: Asked | Readonly<Partial<Record<string, Asked>>> | undefined) =>
    typeof stated !== "string" ? stated?.[category] : category === "necessary" ? undefined : stated;
  if (consent === undefined || typeof consent === "string") return from(consent);
  const ofCategory = consent[category];
  return from(atPlace(consent, line)) ?? (typeof ofCategory === "string" ? ofCategory : undefined);
}

type Declaration = Pick<Site, "jurisdictions" | "consent">;

function createLaw({ jurisdictions, consent }: Declaration, known: Jurisdictions): SiteLaw {
  const places = findPlaces(jurisdictions ?? defaultJurisdictions, known);
  return {
    places,
    consentTo: memoizeByText((category): readonly CategoryConsent[] => {
      if (category === "unclassified") return [];
      return (places.length > 0 ? places : [undefined]).flatMap((place) => {
        const declared = declaredFor(consent, category, place?.line ?? []);
        const model = declared ?? place?.law.consent[category].asks;
        return model ? [{ place, model, isDeclared: declared !== undefined }] : [];
      });
    }),
  };
}

const lawsBy = memoize((known: Jurisdictions) =>
  memoize(
    memoizeByText(
      (site: Declaration) => createLaw(site, known),
      ({ jurisdictions, consent }) => JSON.stringify([jurisdictions, consent]),
    ),
  ),
);

export const lawOf = (
  site: Declaration,
  { jurisdictions }: { readonly jurisdictions: Jurisdictions },
): SiteLaw => lawsBy(jurisdictions)(site);

/** How a site asks for the cookies of a category: where all are exempt and it declares nothing, what the law then asks. */
export const consentToAll = (
  law: SiteLaw,
  category: Category,
  cookies: readonly Pick<Cookie, "exemption">[],
): readonly CategoryConsent[] =>
  law.consentTo(category).map((one) => {
    const { place, model, isDeclared } = one;
    if (isDeclared || model !== "opt-in") return one;
    const exempt = cookies.map(({ exemption }) => place?.law.exemptions?.[exemption ?? ""]?.asks);
    const most = exempt.reduce((top, asks) => Math.max(top, asked.indexOf(asks ?? "opt-in")), -1);
    return { ...one, model: asked[most] ?? model };
  });
