import type { Jurisdiction } from "../registry/schema/jurisdiction.ts";
import type { Asked } from "../registry/site-law.ts";
import type { Exemption } from "../vocabulary/vocabulary.ts";
import type { Question } from "./rule.ts";

type Source = string | readonly string[] | undefined;

const keysOf = (source: Source): readonly string[] => (source === undefined ? [] : [source].flat());

const question = (part: string, source: (law: Jurisdiction) => Source): Question => ({
  part,
  cites: (law) => keysOf(source(law)),
});

/** What a page, or a notice to which it leads, has to say or to do. */
export const duty = (name: keyof NonNullable<Jurisdiction["duties"]>): Question =>
  question(`duties.${name}`, ({ duties }) => duties?.[name]);

type Condition = NonNullable<NonNullable<Jurisdiction["exemptions"]>[string]["conditions"]>[number];

/** That less is asked under an exemption, on a condition if one is named. */
export const exemption = (name: Exemption, condition?: Condition): Question =>
  question(
    `exemptions.${name}${condition ? ` on the condition ${condition}` : ""}`,
    ({ exemptions }) => {
      const known = exemptions?.[name];
      return !condition || known?.conditions?.includes(condition) ? known?.source : undefined;
    },
  );

/** That a category asks for consent beforehand. */
export const optIn = (category: keyof Jurisdiction["consent"]): Question =>
  question(`consent.${category} asks opt-in`, ({ consent }) =>
    consent[category].asks === "opt-in" ? consent[category].source : undefined,
  );

type Limits = NonNullable<Jurisdiction["limits"]>;

/** A figure that a law or an authority gives. */
export const limit = (name: keyof Limits, figure: "atLeast" | "atMost" | "renewable"): Question =>
  question(`limits.${name}.${figure}`, ({ limits }) =>
    limits?.[name]?.[figure] === undefined ? undefined : limits[name].source,
  );

/** A question of which the answer is no single key. */
export const ask = question;

/** A contact that every site has to name. */
export const contact = (name: keyof NonNullable<Jurisdiction["contacts"]>): Question =>
  question(`contacts.${name}`, ({ contacts }) => {
    const known = contacts?.[name];
    return known?.needed === "always" ? known.source : undefined;
  });

/** The least that a law asks for a cookie of a category under an exemption. */
export function askedBy(
  { consent, exemptions }: Jurisdiction,
  category: keyof Jurisdiction["consent"],
  under: Exemption | undefined,
): Asked {
  const exempt = under === undefined ? undefined : exemptions?.[under];
  return exempt?.asks ?? consent[category].asks;
}
