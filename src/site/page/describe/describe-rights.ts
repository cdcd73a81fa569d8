import { memoize } from "../../../memo.ts";
import { anchorPrefix, type Heading } from "../../../prose/compile.ts";
import type { Site } from "../../../registry/schema/site.ts";
import { atPlace, type LegalPlace, type SiteLaw } from "../../../registry/site-law.ts";
import { inLanguage } from "../../../vocabulary/by-language.ts";
import { showAddress } from "../../../vocabulary/host.ts";
import { categories } from "../../../vocabulary/vocabulary.ts";
import type { PageLanguage } from "../language.ts";
import { fillPhrase, plainItem } from "../phrase.ts";
import type { CellItem, RightsPassage } from "../policy.ts";
import { complaintTo, type LawWords, withoutDoubles } from "./describe-law.ts";

const controllerId = `${anchorPrefix}controller`;

type Contact = RightsPassage["contacts"][number];

/** Places of a site that share a law. */
export type PlacesOfLaw = readonly [LegalPlace, ...LegalPlace[]];

/** One law of a site, and what the site says that belongs to it. */
interface RightsFacts extends Pick<
  Site,
  "controller" | "complaints" | "authority" | "representative" | "personInCharge"
> {
  readonly places: PlacesOfLaw;
  /** The page has a heading of its own for the controller. */
  readonly hasController: boolean;
}

/** The places in their order, by the law that they share; the same objects for sites under the same laws. */
const placesByLaw = memoize(({ places }: SiteLaw): readonly PlacesOfLaw[] => {
  const byLaw = new Map<string, [LegalPlace, ...LegalPlace[]]>();
  for (const place of places) {
    const id = place.law.laws[0]!.id;
    const known = byLaw.get(id);
    if (known) known.push(place);
    else byLaw.set(id, [place]);
  }
  return [...byLaw.values()];
});

const mailTo = (email: string, tag: string): CellItem => ({
  text: showAddress(email, tag),
  href: `mailto:${email}`,
  code: false,
});

/** With a name, a title or both. */
interface Person {
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly address?: readonly string[] | undefined;
  readonly email?: string | undefined;
}

function describeContact(label: string, person: Person, { tag, terms }: PageLanguage): Contact {
  const { address = [], email } = person;
  const [name = "", ...title] = [person.name, person.title].flatMap((one) => one ?? []);
  return {
    name: fillPhrase(terms.patterns.contact, { title: plainItem(label), name: plainItem(name) }),
    lines: [...[...title, ...address].map(plainItem), ...(email ? [mailTo(email, tag)] : [])],
  };
}

const common = new Set(["controller", "dpo", "representative"]);

function describeContacts(facts: RightsFacts, language: PageLanguage): Contact[] {
  const { contacts } = language.terms;
  if (!facts.representative && !facts.personInCharge) return [];
  const found = facts.places.flatMap(({ line, law }) => {
    const representative = atPlace(facts.representative, line);
    const inCharge = atPlace(facts.personInCharge, line);
    const kind = Object.keys(law.contacts ?? {}).find((one) => !common.has(one)) as
      keyof typeof contacts | undefined;
    return [
      ...(representative ? [{ label: contacts.representative, person: representative }] : []),
      ...(inCharge ? [{ label: contacts[kind ?? "contact-person"], person: inCharge }] : []),
    ];
  });
  const each = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...each.values()].map(({ label, person }) => describeContact(label, person, language));
}

/** Where the controller takes complaints; else where the page says who that is. */
function routeToController(
  { complaints, controller, hasController }: RightsFacts,
  { tag, terms, addressIn }: PageLanguage,
): CellItem {
  const url = addressIn(complaints?.url);
  if (url !== null) return { text: showAddress(url, tag), href: url, code: false };
  if (complaints?.email !== undefined) return mailTo(complaints.email, tag);
  const name = controller ? inLanguage(controller.name, tag) : terms.labels.controller;
  return { text: name, href: hasController ? `#${controllerId}` : null, code: false };
}

/** To whom a visitor can complain; what the site says of an authority stands for that of its own place. */
function describeComplaints(
  facts: RightsFacts,
  { authorities, complaints, toController, before }: LawWords,
  language: PageLanguage,
): RightsPassage["complaints"] {
  const { places, authority } = facts;
  const { tag, terms, addressIn } = language;
  const ofController = toController && {
    route: fillPhrase(terms.patterns.complaintToController, {
      route: routeToController(facts, language),
    }),
    note: toController.note,
  };
  const competent = authority?.jurisdiction ?? places[0].id;
  const text = authority && inLanguage(authority.name, tag);
  const ofAuthorities =
    text === undefined
      ? complaints
      : withoutDoubles([
          { text, complaint: complaintTo({ text, href: addressIn(authority?.url), code: false }) },
          ...authorities.filter(({ placeId }) => placeId !== competent),
        ]);
  const items = [...(ofController ? [ofController] : []), ...ofAuthorities];
  return items.length > 0 ? { before, items } : null;
}

function describePassage(
  facts: RightsFacts,
  law: LawWords,
  isOneOfSeveral: boolean,
  language: PageLanguage,
): RightsPassage {
  const { sentences } = language.terms;
  const complaints = describeComplaints(facts, law, language);
  return {
    heading: isOneOfSeveral ? law.heading : null,
    law: law.law,
    rights: law.rights,
    answer: law.answer,
    contacts: describeContacts(facts, language),
    complaints,
    others: !law.isAnywhere
      ? null
      : complaints
        ? sentences.anyAuthority
        : sentences.complainAnywhere,
  };
}

/** A site as far as rights depend on it. */
interface RightfulSite {
  readonly site: Site;
  readonly law: SiteLaw;
  /** Conditions of the prose that hold: nobody withdraws a consent where everything is necessary. */
  readonly conditions: ReadonlySet<string>;
}

/** A passage for each law, in the order of the site's places; what the site says goes to the law that it is about. */
export function describeRights(
  { site, law: siteLaw, conditions }: RightfulSite,
  headings: readonly Heading[],
  lawWords: (places: PlacesOfLaw) => LawWords,
  language: PageLanguage,
): RightsPassage[] {
  const { controller, complaints, authority, representative, personInCharge } = site;
  const competent = authority?.jurisdiction ?? siteLaw.places[0]?.id ?? "";
  const hasController = headings.some(({ id }) => id === controllerId);
  const all = placesByLaw(siteLaw);
  const isNecessary = categories.every((one) => conditions.has(one) === (one === "necessary"));
  return all.map((places) => {
    const isCompetent = places.some(({ line }) => line.includes(competent));
    const facts: RightsFacts = {
      places,
      hasController,
      controller,
      complaints,
      authority: isCompetent ? authority : undefined,
      representative,
      personInCharge,
    };
    const words = lawWords(places);
    const law = isNecessary ? { ...words, rights: words.rightsWithoutConsent } : words;
    return describePassage(facts, law, all.length > 1, language);
  });
}
