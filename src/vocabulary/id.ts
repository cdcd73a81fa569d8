/** Lower-case letters, digits and single hyphens, a letter first: how files and the entries of vocabularies are named. */
export const idGrammar = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

const wholeId = new RegExp(`^${idGrammar}$`);

export const isId = (text: string): boolean => wholeId.test(text);

/** A country, one of its parts, or a union of countries: `EU`, `US-CA`. */
export const jurisdictionGrammar = "[A-Z]{2}(-[A-Z]{2,3})?";

const wholeJurisdiction = new RegExp(`^${jurisdictionGrammar}$`);

export const isJurisdictionId = (text: string): boolean => wholeJurisdiction.test(text);

/** A text as an id; one that has no Latin letter becomes `provider`. */
export function idOf(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  if (words === "") return "provider";
  return /^[a-z]/.test(words) ? words : `provider-${words}`;
}
