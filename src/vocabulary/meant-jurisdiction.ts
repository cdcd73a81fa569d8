/** What people write for the id of a jurisdiction, by that id. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  UK: ["GB", "GB-UKM", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR"],
  GR: ["EL"],
  EU: ["EEA"],
  "US-CA": ["CCPA", "CPRA"],
  "CA-QC": ["QC"],
};

/** The jurisdiction that is meant by another code for the same place. */
export const meantJurisdiction = (text: string, ids: readonly string[]): string | undefined =>
  ids.find((id) => synonyms[id]?.includes(text));

/** Whether a code is written for a jurisdiction that has another id here. */
export const isSynonym = (text: string): boolean =>
  Object.values(synonyms).some((texts) => texts.includes(text));
