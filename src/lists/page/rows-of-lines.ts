import { looksLikeNames } from "../columns.ts";
import type { ListRow } from "../list.ts";
import { declarable } from "../names.ts";
import type { ListText } from "../list-text.ts";
import { exactRole, type Role, roleOfColumn } from "../words/heads.ts";
import { durationIn } from "../words/lengths.ts";

/** A line of a page, with the headings above it. */
export interface PageLine {
  readonly told: ListText;
  readonly isListItem: boolean;
  readonly role: Role | undefined;
  readonly headings: readonly ListText[];
}

type Facts = Partial<Record<Role, ListText>>;

interface OpenRecord {
  readonly facts: Facts;
  readonly headings: readonly ListText[];
  /** Whether its maker's markup says which is the name. */
  readonly isMarked: boolean;
}

const nameRoles: ReadonlySet<Role | undefined> = new Set([
  "cookie-name",
  "name",
  "cookie",
] as const);

/** A record becomes a row where it tells names of cookies, and something of them or that they are names. */
function close({ facts, headings, isMarked }: OpenRecord): ListRow[] {
  const { name, cookie, duration, purpose, storage, type, category, host, party, policy } = facts;
  const named =
    facts["cookie-name"] ?? [cookie, name].find((one) => one && looksLikeNames(one.text));
  const rest = { duration, purpose, storage, type, category, host, party, policy };
  const tells = [...Object.values(rest), facts.provider].some((one) => one !== undefined);
  if (!named || !(tells || isMarked) || !looksLikeNames(named.text)) return [];
  const service = [name, cookie].find((one) => one !== undefined && one !== named);
  return [{ ...rest, names: named, provider: service ?? facts.provider, headings }];
}

const labelled = /^(?<label>[^:：]{1,40}?)\s*[:：]\s*(?<value>.+)$/u;
const timed =
  /^(?<name>(?:[^\s:：]|:(?=\S)){1,100})\s*(?:[:：–-]\s*|\((?:[^():]{1,20}:\s*)?)(?<length>[^()]{1,60})\)?$/u;

const isOneName = (text: string): boolean =>
  !/\s/.test(text) &&
  /[_\d.*-]|[a-z][A-Z]|^[A-Z]{3,}$/.test(text) &&
  declarable(text) !== undefined;

/** A part of a line: its words, and where they stand as far as markup lets them be found. */
const partOf = ({ start, end }: ListText, text: string): ListText => ({ text, start, end });

/**
 * Reads lists without a table: of labels and values, in lines of their own or with a colon between; with a name above
 * its labels; or of names with their durations, below a label that says so.
 */
export function rowsOfLines(lines: readonly PageLine[]): ListRow[] {
  const rows: ListRow[] = [];
  let record: OpenRecord | undefined;
  let waiting: Role | undefined;
  let before: PageLine | undefined;
  let areDurations = false;

  function finish(): void {
    if (record) rows.push(...close(record));
    record = undefined;
  }

  function take(role: Role, told: ListText, line: PageLine): void {
    const { headings } = line;
    const isBegun = record !== undefined && record.facts[role] !== undefined;
    const isNext = nameRoles.has(role) && isBegun;
    const isBelowName = before !== undefined && isOneName(before.told.text) && !nameRoles.has(role);
    if (isNext || (isBelowName && before !== undefined)) finish();
    record ??= {
      facts: isBelowName && before ? { "cookie-name": before.told } : {},
      headings,
      isMarked: line.role === "cookie-name",
    };
    record.facts[role] ??= told;
    before = undefined;
  }

  function read(line: PageLine): void {
    const { told, role, isListItem } = line;
    const own = exactRole(told.text.replace(/[:：]$/, ""));
    const parts = labelled.exec(told.text)?.groups;
    const inline = parts && exactRole(parts["label"]!);
    if (role !== undefined) {
      if (role === "cookie-name") finish();
      take(role, told, line);
    } else if (areDurations && isListItem && readTimed(line)) waiting = undefined;
    else if (waiting !== undefined && own === undefined) {
      take(waiting, told, line);
      waiting = undefined;
    } else if (own !== undefined) {
      waiting = own;
      areDurations = own === "duration";
    } else if (/[:：]$/.test(told.text) && roleOfColumn(told.text) === "duration")
      areDurations = true;
    else if (inline !== undefined) take(inline, partOf(told, parts!["value"]!), line);
    else {
      areDurations = false;
      before = line;
    }
  }

  /** Whether a line is a name with its duration. */
  function readTimed({ told, headings }: PageLine): boolean {
    const { name, length } = timed.exec(told.text)?.groups ?? {};
    if (name === undefined || length === undefined) return false;
    if (durationIn(length) === undefined && !isOneName(name)) return false;
    const duration = partOf(told, length);
    rows.push({ names: partOf(told, name), duration, headings });
    return true;
  }

  let above: readonly ListText[] = [];
  for (const line of lines) {
    const isElsewhere = line.headings[0] !== above[0] && line.role === undefined;
    if (isElsewhere && line.headings.length <= above.length) finish();
    above = line.headings;
    read(line);
  }
  finish();
  return rows;
}
