import type { ListText } from "../list-text.ts";
import { exactRole, plainHead, type Role, roleOfColumn } from "../words/heads.ts";

/** Which column says what, counted from 0; there is always one of names. */
export interface Columns {
  readonly names: number;
  readonly of: Readonly<Partial<Record<Exclude<Role, NameRole>, number>>>;
  /** What else it calls them, in words. */
  readonly title?: number | undefined;
  /** The unit of a column of durations, as its head says it. */
  readonly durationUnit: string | undefined;
}

type NameRole = "cookie-name" | "name" | "cookie";

const nameRoles: readonly Role[] = ["cookie-name", "name", "cookie"] satisfies NameRole[];

const isNameRole = (role: Role): role is NameRole => nameRoles.includes(role);

/** Whether a text could be the names of cookies: no prose, and nothing that only a person is called. */
export function looksLikeNames(text: string): boolean {
  const parts = text.split(/\n|[,;]\s*|\s[/|]\s|\s(?:and|or|et|und|y|e|en|i|och|og)\s/);
  const named = parts.map((part) => part.replace(/\s[([].*[)\]]$/, "").trim());
  return named.every((part) => part === "" || (part.length <= 200 && !/\s|^\d+$/.test(part)));
}

const shareOfNames = (rows: readonly (readonly ListText[])[], column: number): number => {
  const texts = rows.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
  const few = texts.slice(0, 50);
  return few.length === 0 ? 0 : few.filter(looksLikeNames).length / few.length;
};

interface Candidate {
  readonly column: number;
  readonly role: NameRole;
  readonly share: number;
}

/** The surest column of names: by what its cells hold, then by its head. */
function pickNames(candidates: readonly Candidate[]): Candidate | undefined {
  const rank = ({ role, share }: Candidate) =>
    Math.round(share * 4) * nameRoles.length - nameRoles.indexOf(role);
  return candidates.toSorted((a, b) => rank(b) - rank(a))[0];
}

const unitInHead = (head: string): string | undefined =>
  /[([,]\s*(?:in\s+)?(\p{L}+)\s*[)\]]?$/u.exec(head.trim())?.[1] ??
  /\b(?:in|en|en|w)\s+(\p{L}+)$/u.exec(plainHead(head))?.[1];

/** What the columns say of a table with these heads; `undefined` where none is of names. Of two of a kind the first counts. */
export function findColumns(
  heads: readonly string[],
  body: readonly (readonly ListText[])[],
): Columns | undefined {
  const candidates: Candidate[] = [];
  const of: Partial<Record<Role, number>> = {};
  for (const [column, head] of heads.entries()) {
    const role = roleOfColumn(head);
    if (role === undefined) continue;
    if (isNameRole(role)) candidates.push({ column, role, share: shareOfNames(body, column) });
    else of[role] ??= column;
  }
  const names = pickNames(candidates);
  if (!names) return undefined;
  const title = plainHead(heads[names.column]!);
  const other = candidates.find(
    ({ column }) => column !== names.column && plainHead(heads[column]!) !== title,
  );
  // A name beside the names of cookies is that of their service.
  const isService = other?.role === "name" && names.role === "cookie-name";
  if (other && isService && of.provider === undefined) of.provider = other.column;
  const duration = of.duration === undefined ? undefined : heads[of.duration];
  return {
    names: names.column,
    of,
    title: isService ? undefined : other?.column,
    durationUnit: duration === undefined ? undefined : unitInHead(duration),
  };
}

/** Whether a table with these columns may be one of cookies, and not one of people or of rooms. */
export function isOfCookies(
  { names, of }: Columns,
  heads: readonly string[],
  body: readonly (readonly ListText[])[],
): boolean {
  const share = shareOfNames(body, names);
  const saysCookie = heads.some((head) => {
    const role = exactRole(head);
    return role === "cookie-name" || role === "cookie";
  });
  const hasFacts = of.duration !== undefined || of.purpose !== undefined || of.type !== undefined;
  // Such as kinds of data, of which notices of privacy have tables as well.
  const areWords = body.every((row) => /^(?:\p{Lu}?\p{Ll}+)?$/u.test(row[names]?.text ?? ""));
  const areTitled = body.some((row) => /^\p{Lu}/u.test(row[names]?.text ?? ""));
  return saysCookie || (hasFacts && share >= 0.5 && !(areWords && areTitled));
}
