import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";
import { type Category, keepsNothing, storageOf } from "../vocabulary/vocabulary.ts";
import { createFindCategory, isEmpty } from "./find-category.ts";
import { settersIn } from "./hosts.ts";
import type { ForeignList, ListedCookie, ListRow } from "./list.ts";
import type { ListRule } from "./list-rules.ts";
import { declarable, exactName, namesIn } from "./names.ts";
import type { ListText } from "./list-text.ts";
import { unite } from "./unite-cookies.ts";
import { categoryIn } from "./words/categories.ts";
import { endIn } from "./words/ends.ts";
import { exactRole } from "./words/heads.ts";
import { durationIn } from "./words/lengths.ts";
import { onlyPartyIn, partyNamedIn, storageNamedIn } from "./words/kinds.ts";

const maximumDescription = 300;

/** What stands in brackets behind a name. */
const bracketsOf = (text: string): string[] =>
  [...text.matchAll(/\(([^()]+)\)/g)].map(([, inside = ""]) => inside.trim());

/** Durations beside each other, as many as there are names, which may stand before them; else the one of all. */
function durationsFor(names: readonly string[], text: string): string[] {
  const count = names.length;
  const divided = [/\n|,\s+/, /\n|;\s*/, /\n|\s*\/\s+/].map((mark) =>
    text.split(mark).map((part) => part.trim()),
  );
  const parts = divided.find(({ length }) => count > 1 && length === count);
  if (!parts) return Array<string>(count).fill(text);
  return parts.map((part, at) => {
    const name = names[at]!;
    const rest = part.startsWith(name) ? /^\s*[:–=-]\s*(.+)$/.exec(part.slice(name.length)) : null;
    return rest?.[1] ?? part;
  });
}

const behindNames = /(?<![\w-])(?=(\S{1,200}?)\s*\(([^()]{1,60})\))/g;

/** The lengths of time that stand in brackets behind names, each empty where there is none. */
function durationsBehind(names: readonly string[], text: string, language?: string): string[] {
  const found = [...text.matchAll(behindNames)].map(([, name, inside]) => [name, inside!] as const);
  const timed = found.filter(([, inside]) => durationIn(inside, language) !== undefined);
  return names.map((name) => timed.find(([one]) => one === name)?.[1] ?? "");
}

/** A name without the party that stands in brackets behind it. */
function withoutParty(name: string): string {
  const [, bare, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  return bare !== undefined && onlyPartyIn(inside!) !== undefined ? bare : name;
}

const longestTitle = 60;

/** Says below which heading a row stands that is no category, where rows stand below several: it may be who sets them. */
function createTitleOf(rows: readonly ListRow[]): (row: ListRow) => string[] {
  const isTitle = (text: string) =>
    text.length <= longestTitle && categoryIn(text) === undefined && exactRole(text) === undefined;
  const find = ({ headings, names }: ListRow) =>
    headings.find(({ text }) => isTitle(text) && !names.text.includes(text))?.text;
  const tells = new Set(rows.map(find)).size > 1;
  return (row) => {
    const title = row.provider || row.host ? undefined : find(row);
    return tells && title !== undefined ? [`below ${JSON.stringify(title)}`] : [];
  };
}

/** The cookies that a list names, and what of it could not be read. */
export function cookiesOfRows(
  source: TextFile,
  list: ForeignList,
): { cookies: readonly ListedCookie[]; diagnostics: readonly Diagnostic[] } {
  const { rows, language } = list;
  const diagnostics: Diagnostic[] = [];
  const note = (rule: ListRule, { start, end }: ListText, message: string, hint?: string) => {
    const problem = { rule, message, hint };
    diagnostics.push(createDiagnostic(placeOf(source, start, end), problem, "warning"));
  };
  const toldOf = createFindCategory(rows);
  const titleOf = createTitleOf(rows);

  function categoryOf(row: ListRow): { category?: Category; remarks: string[] } {
    const [told, at] = toldOf(row) ?? [];
    if (list.proposesCategories)
      return {
        remarks: row.category ? [`proposed category: ${JSON.stringify(row.category.text)}`] : [],
      };
    if (told === undefined || !at) {
      if (!row.category || isEmpty(row.category.text)) return { remarks: [] };
      const said = JSON.stringify(row.category.text);
      note(
        "unknown-category",
        row.category,
        `category ${said} that is not known, expected one such as "necessary"`,
      );
      return { remarks: [`category: ${said}`] };
    }
    if (told !== "functional") return { category: told, remarks: [] };
    const said = JSON.stringify(at.text);
    note(
      "unknown-category",
      at,
      `category ${said}, which is necessary to some and a preference to others, expected one of them`,
      "give the category by hand",
    );
    return { remarks: [`category: ${said}`] };
  }

  function durationOf(row: ListRow, text: string): { duration?: string; remarks: string[] } {
    const { duration: at = row.names, durationUnit: unit } = row;
    if (!text && !row.duration && endIn(row.type?.text.toLowerCase() ?? "") === "session")
      return { duration: "session", remarks: [] };
    if (isEmpty(text)) return { remarks: [] };
    const isNumber = /^\d+(?:[.,]\d+)?$/.test(text);
    const said = isNumber && unit !== undefined ? `${text} ${unit}` : text;
    // What stands on further lines is said of something else.
    const duration = durationIn(said, language) ?? durationIn(said.split("\n")[0]!, language);
    if (duration !== undefined)
      return { duration, remarks: /[(\n]/.test(text) ? [`duration: ${JSON.stringify(text)}`] : [] };
    const quoted = JSON.stringify(text.replaceAll("\n", " "));
    note(
      "unreadable-duration",
      at,
      `duration ${quoted}, expected one such as "session" or "13 months"`,
    );
    return { remarks: [`duration: ${quoted}`] };
  }

  function readRow(row: ListRow): ListedCookie[] {
    const lines = row.names.text.split("\n");
    const isRemark = (line: string) => /\s/.test(line) && storageNamedIn(line) !== undefined;
    const isExact = row.isExact === true;
    const names = isExact
      ? [row.names.text]
      : namesIn(lines.filter((line) => !isRemark(line)).join("\n"));
    const durations = row.duration
      ? durationsFor(names, row.duration.text)
      : durationsBehind(names, row.names.text, language);
    const category = categoryOf(row);
    const typed = [row.storage?.text, row.type?.text, ...lines.filter(isRemark)].flatMap(
      (text) => storageNamedIn(text ?? "") ?? [],
    );
    const said = row.storage?.text ?? row.type?.text ?? "";
    const setters = [row.host, row.provider].map((at) => settersIn(at?.text ?? ""));
    // A column of parties may say whose they are.
    const told = [...setters, settersIn(row.party?.text ?? "")];
    const hosts = [...new Set(told.flatMap((one) => one.hosts))];
    const party =
      partyNamedIn(row.party?.text ?? "") ??
      partyNamedIn(row.type?.text ?? "") ??
      onlyPartyIn(row.provider?.text ?? "") ??
      onlyPartyIn(row.host?.text ?? "") ??
      bracketsOf(row.provider?.text ?? "")
        .map(onlyPartyIn)
        .find(Boolean);
    const description = [row.title, row.purpose]
      .flatMap((at) => at?.text ?? [])
      .join(": ")
      .replaceAll(/\s+/g, " ")
      .slice(0, maximumDescription);
    return names.flatMap((written, index): ListedCookie[] => {
      const name = isExact ? exactName(written) : declarable(written);
      if (name === undefined) {
        const message = `name ${JSON.stringify(written)} that no registry can hold, expected the name as the browser shows it`;
        note("unusable-name", row.names, message);
        return [];
      }
      const duration = durationOf(row, durations[index] ?? "");
      const provider = setters
        .map((one) => one.name)
        .find((one) => one !== undefined && onlyPartyIn(one) === undefined);
      return [
        {
          name,
          storage: storageOf({ storage: typed[0] }),
          saysStorage: typed.length > 0 || /cookie|http/i.test(said),
          duration: keepsNothing.has(typed[0]) ? undefined : duration.duration,
          isRenewed: row.isRenewed === true && duration.duration !== undefined,
          category: category.category,
          hosts,
          party,
          provider: provider === undefined ? undefined : withoutParty(provider),
          vendor: row.vendor,
          disclosed: row.disclosed ? [row.disclosed] : [],
          policy: row.policy?.text,
          mentions: [...row.headings, row.title, row.type, row.party, row.purpose]
            .flatMap((at) => at?.text ?? [])
            .concat(bracketsOf(row.names.text)),
          remarks: [...category.remarks, ...duration.remarks, ...titleOf(row)],
          description: description === "" ? undefined : description,
          place: placeOf(source, row.names.start, row.names.end),
        },
      ];
    });
  }

  const cookies = unite(rows.flatMap(readRow), diagnostics);
  return { cookies, diagnostics };
}
