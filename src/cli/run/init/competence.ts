import type { BaseRegistry } from "../../../registry/registry.ts";
import type { Jurisdiction } from "../../../registry/schema/jurisdiction.ts";
import { lawOf, type LegalPlace } from "../../../registry/site-law.ts";
import type { Answers, Authority } from "./answers.ts";

/** What a new site's file says of where to complain. */
export interface Complaints {
  readonly authority?: Authority & { readonly jurisdiction?: string };
  /** What only the site's owner can know of it, each a comment. */
  readonly remarks: readonly string[];
}

type Known = Pick<BaseRegistry, "jurisdictions">;

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

/** The hosts of the authorities that a law names. */
const authoritiesOf = ({ complaints = [] }: Jurisdiction): string[] =>
  complaints.flatMap(({ authority, url }) =>
    authority === undefined || url === undefined ? [] : [hostOf(url)],
  );

/** A law that all these places share, as that of the Union. */
const sharedBy = ([first, ...others]: readonly LegalPlace[]): string | undefined =>
  first?.line.slice(1).find((id) => others.every(({ line }) => line.includes(id)));

/** The place of a site that an authority is competent for: its own, or for one from elsewhere what the places share. */
function placeOf(
  { url }: Authority,
  places: readonly LegalPlace[],
  { jurisdictions }: Known,
): string | undefined {
  const homes = [...jurisdictions.ids].filter((id) => {
    const law = jurisdictions.get(id)?.value;
    return law && authoritiesOf(law).includes(hostOf(url));
  });
  const own = places.find(({ id }) => homes.includes(id))?.id;
  const shared = sharedBy(places);
  const isInShared =
    shared !== undefined && homes.some((id) => jurisdictions.lineOf(id).includes(shared));
  return own ?? (isInShared ? shared : undefined);
}

/**
 * Which authority a new site names. The competent one is that of the place where the controller is established, which no
 * list of visitors' countries tells: what nobody said is left to the owner.
 */
export function describeComplaints(
  { authority, jurisdictions }: Pick<Answers, "authority" | "jurisdictions">,
  known: Known,
): Complaints {
  const { places } = lawOf({ jurisdictions }, known);
  const isOneOfSeveral = places.length > 1;
  const shared = sharedBy(places);
  if (authority && !isOneOfSeveral) return { authority, remarks: [] };
  if (authority) {
    const jurisdiction = placeOf(authority, places, known);
    if (jurisdiction !== undefined)
      return { authority: { ...authority, jurisdiction }, remarks: [] };
    const [lacking, ...more] = places.filter(({ law }) => authoritiesOf(law).length === 0);
    const taken = lacking && more.length === 0 ? lacking.id : places[0]!.id;
    const ids = [...places.map(({ id }) => id), ...(shared === undefined ? [] : [shared])];
    const remark = `Taken for the authority of ${taken}. If it is another's, write which as "jurisdiction": ${ids.join(", ")}`;
    return { authority: { ...authority, jurisdiction: taken }, remarks: [remark] };
  }
  const named = places.filter(({ law }) => authoritiesOf(law).length > 0);
  if (named.length === 0) return { remarks: [] };
  const ids = named.map(({ id }) => id).join(", ");
  const jurisdiction = isOneOfSeveral ? `, jurisdiction: ${shared ?? "…"}` : "";
  return {
    remarks: [
      `Visitors can complain to the authority of ${ids}, which the page names. If the controller is established elsewhere, name the authority there, too:`,
      `authority: { name: …, url: …${jurisdiction} }`,
    ],
  };
}
