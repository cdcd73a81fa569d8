import { anchorPrefix, type Heading } from "../../../prose/compile.ts";
import type { Site } from "../../../registry/schema/site.ts";
import { atPlace, type LegalPlace, type SiteLaw } from "../../../registry/site-law.ts";
import { inLanguage } from "../../../vocabulary/by-language.ts";
import { showAddress } from "../../../vocabulary/host.ts";
import { rights } from "../../../vocabulary/law.ts";
import { categories } from "../../../vocabulary/vocabulary.ts";
import { fillPattern } from "../format.ts";
import type { PageLanguage } from "../language.ts";
import { fillPhrase, plainItem } from "../phrase.ts";
import type { CellItem, RightsPassage } from "../policy.ts";

const controllerId = `${anchorPrefix}controller`;

type Complaints = RightsPassage["complaints"];
type Contact = RightsPassage["contacts"][number];

/** One law of a site, and what the site says that belongs to it. */
export interface RightsFacts {
  readonly places: readonly [LegalPlace, ...LegalPlace[]];
  /** The site has visitors under other laws, too. */
  readonly isOneOfSeveral: boolean;
  /** The page has a heading of its own for the controller. */
  readonly hasController: boolean;
  /** Everything is necessary, so that nobody gives a consent that could be withdrawn. */
  readonly isNecessary: boolean;
  readonly controller: Site["controller"];
  readonly complaints: Site["complaints"];
  readonly authority: Site["authority"];
  readonly representative: Site["representative"];
  readonly personInCharge: Site["personInCharge"];
}

/** Tells facts from others, without the texts of laws. */
export const keyOfRights = ({ places, ...facts }: RightsFacts): string =>
  JSON.stringify([places.map(({ id }) => id), facts]);

/** The laws of a site in the order of its places; what the site says goes to the law that it is about. */
export function rightsOf(
  site: Site,
  { places }: SiteLaw,
  headings: readonly Heading[],
  conditions: ReadonlySet<string>,
): RightsFacts[] {
  const byLaw = new Map<string, [LegalPlace, ...LegalPlace[]]>();
  for (const place of places) {
    const id = place.law.laws[0]!.id;
    const known = byLaw.get(id);
    if (known) known.push(place);
    else byLaw.set(id, [place]);
  }
  const isNecessary = categories.every((category) =>
    category === "necessary" ? conditions.has(category) : !conditions.has(category),
  );
  const { controller, complaints, authority, representative, personInCharge } = site;
  const competent = authority?.jurisdiction ?? places[0]?.id ?? "";
  return [...byLaw.values()].map((of) => ({
    places: of,
    isOneOfSeveral: byLaw.size > 1,
    isNecessary,
    hasController: headings.some(({ id }) => id === controllerId),
    controller,
    complaints,
    authority: of.some(({ line }) => line.includes(competent)) ? authority : undefined,
    representative,
    personInCharge,
  }));
}

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

function describeComplaints(facts: RightsFacts, language: PageLanguage): Complaints {
  const { places, authority } = facts;
  const { tag, terms, format, names, addressIn } = language;
  const { patterns, sentences } = terms;
  const all = places.flatMap((place) =>
    (place.law.complaints ?? []).map((complaint) => ({ place, complaint })),
  );
  const toController = all.find(({ complaint }) => complaint.to === "controller")?.complaint;
  const acknowledged = toController?.acknowledgedWithin;
  const competent = authority?.jurisdiction ?? places[0].id;
  const own = authority && {
    text: inLanguage(authority.name, tag),
    href: addressIn(authority.url),
    code: false,
  };
  const ofPlaces = all.flatMap(({ place, complaint }): CellItem[] => {
    const isReplaced = own !== undefined && place.id === competent;
    if (complaint.authority === undefined || isReplaced) return [];
    const text = names.authority(complaint.authority, place);
    return [{ text, href: complaint.url ?? null, code: false }];
  });
  const authorities = new Map([...(own ? [own] : []), ...ofPlaces].map((one) => [one.text, one]));
  const isReport = all.every(
    ({ complaint: { to, how } }) => to === "authority" && how === "report",
  );
  const items = [
    ...(toController
      ? [
          {
            route: fillPhrase(patterns.complaintToController, {
              route: routeToController(facts, language),
            }),
            note: acknowledged
              ? fillPattern(patterns.acknowledged, {
                  duration: format.duration(acknowledged, false),
                })
              : null,
          },
        ]
      : []),
    ...[...authorities.values()].map((item) => ({ route: [{ text: "", item }], note: null })),
  ];
  if (items.length === 0) return null;
  return { before: isReport ? sentences.report : sentences.complain, items };
}

/** What one law gives, in one language. */
export function describeRights(facts: RightsFacts, language: PageLanguage): RightsPassage {
  const { places, isOneOfSeveral } = facts;
  const [place] = places;
  const { law } = place;
  const { terms, format, names } = language;
  const { patterns, sentences } = terms;
  const given = rights.filter(
    (right) =>
      law.rights?.[right] !== undefined && !(facts.isNecessary && right.startsWith("withdrawal")),
  );
  const { within, extendedBy } = law.answer ?? {};
  const duration = within && format.duration(within, false);
  const complaints = describeComplaints(facts, language);
  const isAnywhere = places.some(({ law: { complaints: all = [] } }) =>
    all.some(({ anywhere }) => anywhere),
  );
  const id = law.laws[0]!.id;
  return {
    heading: isOneOfSeveral
      ? {
          id: `${anchorPrefix}law-${id}`,
          name: fillPattern(patterns.inPlaces, { places: names.places(places) }),
        }
      : null,
    law: fillPhrase(patterns.law, { law: plainItem(names.law(id, place)) }),
    rights:
      given.length > 0
        ? {
            before: sentences.rights,
            items: given.map((right) => terms.rights[right]),
            after: sentences.limits,
          }
        : null,
    answer:
      duration === undefined
        ? null
        : extendedBy
          ? fillPattern(patterns.answerExtended, {
              duration,
              extension: format.duration(extendedBy, false),
            })
          : fillPattern(patterns.answer, { duration }),
    contacts: describeContacts(facts, language),
    complaints,
    others: !isAnywhere ? null : complaints ? sentences.anyAuthority : sentences.complainAnywhere,
  };
}
