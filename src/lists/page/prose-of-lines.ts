import type { ListText } from "../list-text.ts";
import { exactRole, nameRoles, type Role } from "../words/heads.ts";
import { durationIn } from "../words/lengths.ts";

/** What is said of one thing, by what each says. */
export type LineFacts = Partial<Record<Role, ListText>>;

/** A label and what stands behind its colon. */
export const labelled = /^(?<label>[^:：]{1,40}?)\s*[:：]\s*(?<value>.+)$/u;

/** A part of a line: its words, and where they stand as far as markup lets them be found. */
export const partOf = ({ start, end }: ListText, text: string): ListText => ({ text, start, end });

/** What stands behind a label, which its maker's markup does not tell apart. */
export const withoutLabel = (told: ListText): ListText =>
  partOf(told, labelled.exec(told.text)?.groups?.["value"] ?? told.text);

/** Takes what prose says of one thing: parts with a label, how long it stays, and for the rest what it is for. */
export function addProse(facts: LineFacts, told: ListText): void {
  const sentences = told.text.split(/(?<=[.;)])\s+|,\s+(?=\p{Lu}?[\p{L} ]{1,30}:\s)|\s[–—]\s/u);
  for (const sentence of sentences) {
    const text = sentence.replace(/[.;)]+$/, "").trim();
    const { label = "", value = "" } = labelled.exec(text)?.groups ?? {};
    const role = exactRole(label);
    const bare = text.replace(/^(?:it|this cookie|the cookie)\s+/i, "").replace(/^\(/, "");
    if (text === "") continue;
    if (role !== undefined && !nameRoles.has(role)) facts[role] ??= partOf(told, value);
    else if (facts.duration === undefined && durationIn(bare) !== undefined)
      facts.duration = partOf(told, bare);
    else {
      const said = facts.purpose ? `${facts.purpose.text} ${text}` : text;
      facts.purpose = { ...(facts.purpose ?? told), text: said };
    }
  }
}
