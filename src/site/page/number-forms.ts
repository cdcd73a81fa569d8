import type { Terms } from "../../registry/schema/terms.ts";

/** Words that go with a number, by the number itself (`4`), its last digits (`*4`) or its plural category. */
export type NumberForms = NonNullable<NonNullable<Terms["dates"]>["day"]>;

/** Finds the form for a number, the most exact first; `undefined` where there is none. */
export function createNumberForms(locale: string) {
  const plurals = new Intl.PluralRules(locale);
  return (count: number, forms: NumberForms | undefined): string | undefined => {
    if (!forms) return undefined;
    const digits = `${count}`;
    const endings = Array.from(digits, (_, start) => `*${digits.slice(start)}`);
    const keys = [digits, ...endings, plurals.select(count), "other"];
    const key = keys.find((one) => forms[one] !== undefined);
    return key === undefined ? undefined : forms[key]!.replaceAll("{count}", digits);
  };
}
