import { po, type GetTextTranslation, type GetTextTranslations } from "gettext-parser";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostic.ts";
import { languageTag } from "../registry/schema/scalars.ts";
import { validate } from "../registry/schema/validate.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";

/** A text on its way to a translator. */
export interface PoEntry {
  readonly key: string;
  readonly original: string;
  /** Empty where there is none. */
  readonly translation: string;
  /** The English has changed since the translation was made. */
  readonly isFuzzy: boolean;
  /** The fingerprint of what the project held when it went out: tells later which side has changed. */
  readonly exported: string;
  /** What a translator should know. */
  readonly comments: readonly string[];
  /** `content/en/terms.yaml:12`. */
  readonly reference: string;
}

const toMessage = ({
  key,
  original,
  translation,
  isFuzzy,
  exported,
  comments,
  reference,
}: PoEntry): GetTextTranslation => ({
  msgctxt: key,
  msgid: original,
  msgstr: [translation],
  comments: {
    extracted: [...comments, `exported: ${exported}`].join("\n"),
    reference,
    flag: isFuzzy ? "fuzzy" : "",
  },
});

/** Says for which language a file was made, whatever an editor makes of `Language`. */
const exportedFor = "X-Exported-Language";

/** A PO file; the same entries always make the same bytes. `translator` is empty where nobody is known. */
export function writePo(tag: string, translator: string, entries: readonly PoEntry[]): string {
  const bytes = po.compile(
    {
      charset: "utf-8",
      headers: {
        "Project-Id-Version": "cookie-ledger",
        "Last-Translator": translator,
        Language: tag.replaceAll("-", "_"),
        [exportedFor]: tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "cookie-ledger",
      },
      translations: Object.fromEntries(
        entries.map((entry) => [entry.key, { [entry.original]: toMessage(entry) }]),
      ),
    },
    { foldLength: 0 },
  );
  return bytes.toString("utf8");
}

/** A text as a translator gives it back. */
export interface Returned {
  readonly key: string;
  readonly original: string;
  /** Empty where there is none. */
  readonly translation: string;
  readonly isFuzzy: boolean;
  /** As it went out; `undefined` where the file does not say. */
  readonly exported: string | undefined;
  readonly place: Place;
}

export interface PoFile {
  readonly tag: string;
  /** The language that it was exported for; `undefined` where it does not say. */
  readonly exportedTag: string | undefined;
  /** As the header names it: `Name <address>`; empty where it does not. */
  readonly translator: string;
  readonly entries: readonly Returned[];
  /** The first line. */
  readonly place: Place;
}

function lineOf(source: TextFile, number: number): Place {
  const lines = source.text.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  return placeOf(source, start, start + (lines[number - 1] ?? "").trimEnd().length);
}

/** Where the entry of each key begins. */
function placesIn(source: TextFile): (key: string) => Place {
  const starts = new Map<string, number>();
  for (const { 0: whole, 1: key = "", index } of source.text.matchAll(
    /^msgctxt[ \t]+"([^"\n]*)"/gm,
  ))
    if (!starts.has(key)) starts.set(key, index + whole.length - key.length - 1);
  return (key) => {
    const start = starts.get(key);
    return start === undefined ? lineOf(source, 1) : placeOf(source, start, start + key.length);
  };
}

/** What the parser says of a text that it cannot read, in our words. */
function explain(error: unknown): { message: string; line: number } {
  const { message, lineNumber } = error as { message: string; lineNumber?: number };
  const reason = error instanceof SyntaxError ? message.split("\n")[0]! : "broken entry";
  const said = reason.replace(/^Error parsing PO data: /, "").replace(/ at line \d+\..*$/, "");
  return {
    message: `${said.slice(0, 1).toLowerCase()}${said.slice(1).replace(/\.$/, "")}, expected a PO file`,
    line: lineNumber ?? 1,
  };
}

function readMessage(
  message: GetTextTranslation,
  place: (key: string) => Place,
): { entry?: Returned; fault?: string } {
  const { msgctxt: key = "", msgid: original, msgid_plural: plural, comments, msgstr } = message;
  if (key === "")
    return { fault: `entry without msgctxt: ${JSON.stringify(original.slice(0, 60))}` };
  if (plural !== undefined) return { fault: `entry "${key}" with plural forms` };
  const isFuzzy = /(^|[\s,])fuzzy([\s,]|$)/.test(comments?.flag ?? "");
  const [, exported] = /^exported: ([0-9a-f]{16})$/m.exec(comments?.extracted ?? "") ?? [];
  const translation = msgstr[0] ?? "";
  return { entry: { key, original, translation, isFuzzy, exported, place: place(key) } };
}

function headerFaults(headers: Partial<Record<string, string>>, tag: string): string[] {
  const charset = /charset=([^\s;]+)/i.exec(headers["Content-Type"] ?? "")?.[1] ?? "";
  const [misfit] = validate(languageTag, tag).misfits;
  return [
    ...(/^utf-?8$/i.test(charset) ? [] : [`charset "${charset}", expected "utf-8"`]),
    ...(misfit ? [`header "Language": ${misfit.problem.message}`] : []),
  ];
}

/** Reads a PO file; without `po` the diagnostics say why. */
export function readPo(source: TextFile): { po?: PoFile; diagnostics: Diagnostic[] } {
  const fail = (message: string, place = lineOf(source, 1)) =>
    createDiagnostic(place, { rule: "bad-po", message });
  let table: GetTextTranslations;
  try {
    table = po.parse(source.text, { validation: true });
  } catch (error) {
    const { message, line } = explain(error);
    return { diagnostics: [fail(message, lineOf(source, line))] };
  }
  const headers: Partial<Record<string, string>> | undefined = table.headers;
  if (!headers) return { diagnostics: [fail("no header, expected a PO file")] };
  const tag = (headers["Language"] ?? "").replaceAll("_", "-");
  const place = placesIn(source);
  const { "": header = {}, ...contexts } = table.translations;
  const messages = [
    ...Object.values(header).filter(({ msgid }) => msgid !== ""),
    ...Object.values(contexts).flatMap((context) => Object.values(context)),
  ];
  const read = messages.map((message) => readMessage(message, place));
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const repeated = entries.find(({ key }, index) => entries[index + 1]?.key === key);
  const faults = [
    ...headerFaults(headers, tag),
    ...read.flatMap(({ fault }) => (fault === undefined ? [] : [`${fault}, expected one text`])),
  ];
  const diagnostics = [
    ...faults.map((message) => fail(message)),
    ...(repeated ? [fail(`"${repeated.key}" stands twice, expected it once`, repeated.place)] : []),
  ];
  if (diagnostics.length > 0) return { diagnostics };
  const translator = headers["Last-Translator"] ?? "";
  const exportedTag = headers[exportedFor];
  return {
    po: { tag, exportedTag, translator, entries, place: lineOf(source, 1) },
    diagnostics: [],
  };
}
