import { anchorPrefix } from "../../../prose/compile.ts";
import type { LegalPlace } from "../../../registry/site-law.ts";
import { rights } from "../../../vocabulary/law.ts";
import { fillPattern } from "../format.ts";
import type { PageLanguage } from "../language.ts";
import { fillPhrase, plainItem } from "../phrase.ts";
import type { CellItem, RightsPassage } from "../policy.ts";

export type Complaint = NonNullable<RightsPassage["complaints"]>["items"][number];

/** An authority that takes complaints, and the place that names it. */
interface NamedAuthority {
  readonly placeId: string;
  readonly text: string;
  readonly complaint: Complaint;
}

/** What a law gives at some places, whatever a site says of itself. */
export interface LawWords extends Pick<RightsPassage, "law" | "rights" | "answer"> {
  readonly heading: NonNullable<RightsPassage["heading"]>;
  /** The rights without those of somebody who has given a consent. */
  readonly rightsWithoutConsent: RightsPassage["rights"];
  /** What stands before those to whom a visitor can complain. */
  readonly before: string;
  /** How soon a controller answers that it has a complaint; absent where the law sends none there. */
  readonly toController: { readonly note: string | null } | undefined;
  readonly authorities: readonly NamedAuthority[];
  /** The authorities without another one of the same name. */
  readonly complaints: readonly Complaint[];
  /** A visitor can complain at other places, too. */
  readonly isAnywhere: boolean;
}

export const complaintTo = (item: CellItem): Complaint => ({
  route: [{ text: "", item }],
  note: null,
});

/** Of several with the same name the last, at the place of the first. */
export const withoutDoubles = (those: readonly Omit<NamedAuthority, "placeId">[]): Complaint[] => [
  ...new Map(those.map(({ text, complaint }) => [text, complaint])).values(),
];

function answerOf({ law }: LegalPlace, { terms, format }: PageLanguage): string | null {
  const { within, extendedBy } = law.answer ?? {};
  if (!within) return null;
  const duration = format.duration(within, false);
  return extendedBy
    ? fillPattern(terms.patterns.answerExtended, {
        duration,
        extension: format.duration(extendedBy, false),
      })
    : fillPattern(terms.patterns.answer, { duration });
}

/** Says it in one language; the places share the law. */
export function describeLaw(
  places: readonly [LegalPlace, ...LegalPlace[]],
  language: PageLanguage,
): LawWords {
  const [place] = places;
  const { law } = place;
  const { terms, format, names } = language;
  const { patterns, sentences } = terms;
  const id = law.laws[0]!.id;
  const given = rights.filter((right) => law.rights?.[right] !== undefined);
  const listRights = (those: typeof given): RightsPassage["rights"] =>
    those.length > 0
      ? {
          before: sentences.rights,
          items: those.map((right) => terms.rights[right]),
          after: sentences.limits,
        }
      : null;
  const all = places.flatMap(({ law: of, ...at }) =>
    (of.complaints ?? []).map((complaint) => ({ place: { law: of, ...at }, complaint })),
  );
  const toController = all.find(({ complaint: { to } }) => to === "controller")?.complaint;
  const acknowledged = toController?.acknowledgedWithin;
  const authorities = all.flatMap(({ place: at, complaint: { authority, url } }) => {
    if (authority === undefined) return [];
    const text = names.authority(authority, at);
    const complaint = complaintTo({ text, href: url ?? null, code: false });
    return [{ placeId: at.id, text, complaint }];
  });
  const isReport = all.every(
    ({ complaint: { to, how } }) => to === "authority" && how === "report",
  );
  return {
    heading: {
      id: `${anchorPrefix}law-${id}`,
      name: fillPattern(patterns.inPlaces, { places: names.places(places) }),
    },
    law: fillPhrase(patterns.law, { law: plainItem(names.law(id, place)) }),
    rights: listRights(given),
    rightsWithoutConsent: listRights(given.filter((right) => !right.startsWith("withdrawal"))),
    answer: answerOf(place, language),
    before: isReport ? sentences.report : sentences.complain,
    toController: toController && {
      note: acknowledged
        ? fillPattern(patterns.acknowledged, { duration: format.duration(acknowledged, false) })
        : null,
    },
    authorities,
    complaints: withoutDoubles(authorities),
    isAnywhere: all.some(({ complaint: { anywhere } }) => anywhere),
  };
}
