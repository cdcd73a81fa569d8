import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { isWhollyPersonal, maskPersonal } from "../observation/personal.ts";
import { cookieName, host } from "../registry/schema/scalars.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";
import { parseDuration, writeDuration } from "../vocabulary/duration.ts";
import { escapeName, patternOf } from "../vocabulary/foreign-name.ts";
import { meantDuration } from "../vocabulary/meant-duration.ts";
import { type Storage, storageOf } from "../vocabulary/vocabulary.ts";
import { type Columns, findColumns } from "./columns.ts";
import { readTables } from "./read-tables.ts";
import type { skeletonRules } from "./skeleton-rules.ts";
import type { ForeignCell, ForeignTable } from "./table.ts";

/** A cookie as far as a foreign table tells of it. */
export interface TableCookie {
  /** A literal, or a pattern. */
  readonly name: string;
  readonly storage: Storage;
  /** As a registry writes it. */
  readonly duration: string | undefined;
  readonly domain: string | undefined;
  /** The line of the table's text that tells of it, counted from 1. */
  readonly line: number;
}

const maximumName = 200;

const namesIn = ({ text }: ForeignCell): string[] =>
  text
    .split(/\n|,\s|;\s|\s[/|]\s|\s(?:and|or)\s/)
    .map((name) =>
      name.replace(/\s\(.*\)$/, "").replaceAll(/^[\s`"'“”„‘’«»]+|[\s`"'“”„‘’«»,;]+$/g, ""),
    )
    .filter((name) => name !== "");

/** The name under which a registry can hold what a vendor names; `undefined` where it cannot. */
function declarable(written: string): string | undefined {
  const name = maskPersonal(patternOf(written) ?? written);
  if (/\s/.test(name) || name.length > maximumName || isWhollyPersonal(name)) return undefined;
  return cookieName.safeParse(escapeName(name)).success ? name : undefined;
}

const storages: readonly (readonly [RegExp, Storage])[] = [
  [/local\s?storage/i, "local-storage"],
  [/session\s?storage/i, "session-storage"],
  [/indexed\s?db/i, "indexed-db"],
  [/\bpixel\b/i, "pixel"],
];

const storageIn = (text: string): Storage =>
  storageOf({ storage: storages.find(([pattern]) => pattern.test(text))?.[1] });

function durationIn(text: string): string | undefined {
  const plain = text.replaceAll(/\s+/g, " ").replace(/\.$/, "").trim();
  const known = parseDuration(plain);
  return known ? writeDuration(known) : meantDuration(plain);
}

const ofTheSite =
  /^(?:www\.)?(?:example\.(?:com|org|net)|your-?(?:domain|site|website)\.|my-?(?:domain|site)\.)/;

/** The host of another than the visited site; a name of a company, or the site's own host, is none. */
function domainIn(text: string): string | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^\*?\./, "");
  return !ofTheSite.test(name) && host.safeParse(name).success ? name : undefined;
}

const headRows = 3;

/** The columns of a table and the rows below its head. */
function findBody(table: ForeignTable): { columns: Columns; rows: ForeignTable } | undefined {
  for (const [at, row] of table.slice(0, headRows).entries()) {
    const columns = findColumns(row.map(({ text }) => text));
    if (columns) return { columns, rows: table.slice(at + 1) };
  }
  return undefined;
}

/** Whether a row says nothing of a cookie: a heading over all columns, or the head once more. */
const isHeading = (row: readonly ForeignCell[]): boolean =>
  (row.length > 1 && row.every((cell) => cell === row[0])) ||
  findColumns(row.map(({ text }) => text)) !== undefined;

type Rule = keyof typeof skeletonRules;

/** The cookies that the tables of a text name, each once, and what is left to do by hand. */
export function cookiesOfTables(source: TextFile): {
  cookies: readonly TableCookie[];
  diagnostics: readonly Diagnostic[];
} {
  const read = readTables(source);
  const diagnostics = [...read.diagnostics];
  const cookies = new Map<string, TableCookie>();
  const note = ({ start, end }: ForeignCell, rule: Rule, message: string) => {
    diagnostics.push(createDiagnostic(placeOf(source, start, end), { rule, message }, "warning"));
  };

  function addRow(row: readonly ForeignCell[], columns: Columns): void {
    const cellOf = (index: number | undefined) => (index === undefined ? undefined : row[index]);
    const names = cellOf(columns.name);
    if (!names || isHeading(row)) return;
    const stated = cellOf(columns.duration);
    const duration = stated && durationIn(stated.text);
    const storage = storageIn(cellOf(columns.storage)?.text ?? "");
    const domain = domainIn(cellOf(columns.domain)?.text ?? "");
    const { line } = placeOf(source, names.start, names.end).location;
    let isNew = false;
    for (const written of namesIn(names)) {
      const name = declarable(written);
      if (name === undefined) {
        const message = `name ${JSON.stringify(written)} that no registry can hold, expected the name as the browser shows it`;
        note(names, "unusable-name", message);
        continue;
      }
      const key = JSON.stringify([name, storage, domain]);
      if (cookies.has(key)) continue;
      isNew = true;
      cookies.set(key, { name, storage, duration, domain, line });
    }
    if (isNew && stated && stated.text !== "" && duration === undefined) {
      const message = `duration ${JSON.stringify(stated.text)}, expected one such as "session" or "13 months"`;
      note(stated, "unreadable-duration", message);
    }
  }

  const bodies = read.tables.flatMap((table) => findBody(table) ?? []);
  for (const { columns, rows } of bodies) for (const row of rows) addRow(row, columns);
  if (bodies.length === 0 && read.diagnostics.length === 0) {
    const message =
      'no table with a column of names, expected a head such as "Cookie name", "Duration" or "Purpose"';
    const place = placeOf(source, 0, 0);
    diagnostics.push(createDiagnostic(place, { rule: "no-cookie-table" satisfies Rule, message }));
  }
  return { cookies: [...cookies.values()], diagnostics };
}
