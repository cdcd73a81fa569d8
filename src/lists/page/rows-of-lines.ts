import { looksLikeNames } from "../table/columns.ts";
import type { ListRow } from "../list.ts";
import { isOneName, isPlainName } from "../names.ts";
import type { ListText } from "../list-text.ts";
import { categoryIn } from "../words/categories.ts";
import { exactRole, nameRoles, type Role, roleOfColumn } from "../words/heads.ts";
import { addProse, type LineFacts, labelled, partOf, withoutLabel } from "./prose-of-lines.ts";
import type { Within } from "./page-items.ts";
import { durationIn } from "../words/lengths.ts";

/** A line of a page, with the headings above it. */
export interface PageLine {
  readonly told: ListText;
  readonly within: Within;
  readonly lead: string | undefined;
  readonly role: Role | undefined;
  readonly headings: readonly ListText[];
}

interface OpenRecord {
  readonly facts: LineFacts;
  /** Who sets it, as stands above several. */
  readonly group?: ListText | undefined;
  /** Lines without a label say what it is for. */
  readonly takesProse?: boolean;
  readonly headings: readonly ListText[];
  /** Whether its maker's markup says which is the name. */
  readonly isMarked: boolean;
}

/** A record becomes a row where it tells names of cookies, and something of them or that they are names. */
function close({ facts, headings, isMarked, group }: OpenRecord): ListRow[] {
  const { name, cookie, duration, purpose, storage, type, category, host, party, policy } = facts;
  const named =
    facts["cookie-name"] ?? [cookie, name].find((one) => one && looksLikeNames(one.text));
  const rest = { duration, purpose, storage, type, category, host, party, policy };
  const tells = [...Object.values(rest), facts.provider].some((one) => one !== undefined);
  if (!named || !(tells || isMarked) || !looksLikeNames(named.text)) return [];
  const service = [name, cookie].find((one) => one !== undefined && one !== named);
  return [{ ...rest, names: named, provider: service ?? facts.provider ?? group, headings }];
}

const timed =
  /^(?<name>(?:[^\s:：]|:(?=\S)){1,100})\s*(?:[:：–-]\s*|\((?:[^():]{1,20}:\s*)?)(?<length>[^()]{1,60})\)?$/u;

const isTerm = (text: string): boolean =>
  looksLikeNames(text) &&
  exactRole(text) === undefined &&
  (isPlainName(text) || /^(?:[a-z._]|[A-Z\d]{3,}$)/.test(text));

const itemOf = /^(?<name>[^\s:：(]{2,80})\s*(?:[:：]\s+|[–—-]\s+|(?=\()|,\s+)(?<said>.+)$/u;

const betweenNames = /,\s+|\s(?:\/|\||and|or|et|ou|und|oder|y|e|o|en|of|i|och|og|&)\s/;

const severalNames = /^(?<name>[^:：(]{2,200}?)\s*(?:[:：]\s+|\s[–—-]\s+|(?=\())(?<said>.+)$/u;

/** Several names and what is said of them. */
function severalOf(text: string): RegExpExecArray | undefined {
  const found = severalNames.exec(text);
  const names = found?.groups?.["name"]?.split(betweenNames) ?? [];
  return found && names.length > 1 && names.every(isPlainName) ? found : undefined;
}

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
  let group: ListText | undefined;
  /** Items before it have been names and what is said of them. */
  let isInList = false;

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
      group,
      facts: factsAbove(role, line),
      headings,
      isMarked: line.role === "cookie-name",
    };
    record.facts[role] ??= told;
    before = undefined;
  }

  /** The name that stands above a label: in the line before, or as the heading. */
  function factsAbove(role: Role, { headings: [title] }: PageLine): LineFacts {
    if (nameRoles.has(role)) return {};
    if (before && isOneName(before.told.text)) return { "cookie-name": before.told };
    if (!title || !isTerm(title.text) || categoryIn(title.text) !== undefined) return {};
    return { "cookie-name": title, ...(before ? { purpose: before.told } : {}) };
  }

  function read(line: PageLine): void {
    const { told, role, within } = line;
    const own = exactRole(told.text.replace(/[:：]$/, ""));
    const parts = labelled.exec(told.text)?.groups;
    const inline = parts && exactRole(parts["label"]!);
    if (role === "provider") group = told;
    else if (role !== undefined) {
      if (role === "cookie-name") finish();
      take(role, role === "cookie-name" ? told : withoutLabel(told), line);
    } else if (areDurations && within === "item" && readTimed(line)) waiting = undefined;
    else if (within === "term" && waiting === undefined && isTerm(told.text)) begin(told, line);
    else if (waiting !== undefined && own === undefined) {
      take(waiting, told, line);
      waiting = undefined;
    } else if (own !== undefined) {
      waiting = own;
      areDurations = own === "duration";
    } else if (/[:：]$/.test(told.text) && roleOfColumn(told.text) === "duration")
      areDurations = true;
    else if (inline !== undefined) takeInline(line);
    else if (within === "item" && readItem(line)) areDurations = false;
    else if (record?.takesProse) addProse(record.facts, told);
    else {
      areDurations = false;
      before = line;
    }
  }

  /** Labels and their values beside each other in one line. */
  function takeInline(line: PageLine): void {
    const parts = line.told.text.split(/\s+(?=\p{Lu}[\p{L} ]{1,30}[:：]\s)/u);
    const pairs = parts.map((part) => labelled.exec(part)?.groups);
    const roles = pairs.map((pair) => pair && exactRole(pair["label"]!));
    if (roles.includes(undefined)) {
      const { label = "", value = "" } = labelled.exec(line.told.text)?.groups ?? {};
      take(exactRole(label)!, partOf(line.told, value), line);
    } else
      for (const [index, pair] of pairs.entries())
        take(roles[index]!, partOf(line.told, pair!["value"]!), line);
  }

  function begin(name: ListText, { headings }: PageLine): OpenRecord {
    finish();
    before = undefined;
    record = {
      facts: { "cookie-name": name },
      headings,
      isMarked: false,
      takesProse: true,
    };
    return record;
  }

  /** Whether an item of a list is a name and what is said of it. */
  function readItem(line: PageLine): boolean {
    if (isPlainName(line.told.text)) {
      record = { ...begin(line.told, line), isMarked: true, takesProse: false };
      return true;
    }
    const { name, said } = (severalOf(line.told.text) ?? itemOf.exec(line.told.text))?.groups ?? {};
    if (name === undefined || said === undefined) return false;
    const isNamed =
      name.split(betweenNames).every(isPlainName) ||
      (isTerm(name) && (line.lead === name || isInList));
    if (!isNamed) return false;
    const text = said.replace(/\)\s*[:：–—-]\s*/u, ") ");
    addProse(begin(partOf(line.told, name), line).facts, partOf(line.told, text));
    finish();
    isInList = true;
    return true;
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
    if (line.headings[0] !== above[0]) {
      group = undefined;
      isInList = false;
      if (record?.takesProse) finish();
    }
    const isElsewhere = line.headings[0] !== above[0] && line.role === undefined;
    if (isElsewhere && line.headings.length <= above.length) finish();
    above = line.headings;
    read(line);
  }
  finish();
  return rows;
}
