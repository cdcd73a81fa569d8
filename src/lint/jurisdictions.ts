import { defaultJurisdictions, memberStates } from "../vocabulary/vocabulary.ts";

/** The rules of one jurisdiction, as they were in force on a day. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  /** The day up to which the sources were read; nothing that was only proposed then is applied. */
  readonly asOf: string;
}

const asOf = "2026-11-23";

/** The jurisdictions for which rules are kept; a member state without one has those of the Union. */
export const packs: readonly Pack[] = [
  { id: "EU", name: "European Union", asOf },
  { id: "FR", name: "France", asOf },
  { id: "DE", name: "Germany", asOf },
  { id: "ES", name: "Spain", asOf },
  { id: "IT", name: "Italy", asOf },
  { id: "UK", name: "United Kingdom", asOf },
  { id: "CH", name: "Switzerland", asOf },
  { id: "US-CA", name: "California", asOf },
  { id: "BR", name: "Brazil", asOf },
  { id: "CA-QC", name: "Quebec", asOf },
];

/** The jurisdictions with all that they imply: a member state is in the Union. A site that names none is in the Union. */
export function expandJurisdictions(stated: readonly string[] | undefined): ReadonlySet<string> {
  const named = stated && stated.length > 0 ? stated : defaultJurisdictions;
  return new Set(named.flatMap((id) => (memberStates.includes(id) ? [id, "EU"] : [id])));
}
