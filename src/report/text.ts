import { shorten, type Shown } from "./shorten.ts";
import { blank, paint, type Style } from "./terminal.ts";
import { type Addition, citePlace, type Diagnostic, type Severity } from "../diagnostic.ts";

const maximumExcerpt = 160;

/** Text from outside, safe to print: control characters, which a terminal would obey, become `\x1b` and the like. */
export const printable = (text: string): string =>
  text.replaceAll(
    // oxlint-disable-next-line no-control-regex -- these are the characters to take out
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => {
      const code = character.codePointAt(0)!;
      return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
    },
  );

function frame({ location, excerpt }: Diagnostic): string[] {
  const from = location.column - 1;
  const until = location.end.line === location.line ? location.end.column - 1 : excerpt.length;
  const start = from > maximumExcerpt / 2 ? from - maximumExcerpt / 2 : 0;
  const shown = excerpt.slice(start, start + maximumExcerpt);
  const before = printable(shown.slice(0, from - start));
  const marked = printable(shown.slice(from - start, until - start));
  const after = printable(shown.slice(Math.max(until, from) - start));
  const number = String(location.line);
  const margin = " ".repeat(number.length);
  const width = Math.max(blank(marked.trimEnd()).length, 1);
  return [
    `${margin} |`,
    `${number} | ${before}${marked}${after}`.trimEnd(),
    `${margin} | ${blank(before)}^${"~".repeat(width - 1)}`,
  ];
}

const maximumNamed = 5;

function nameSome(names: readonly string[]): string {
  const rest = names.length - maximumNamed;
  return names.slice(0, maximumNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

const colours: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  note: "cyan",
};

const quote = ({ file, text }: Addition): string =>
  [
    printable(`  = add to ${file}:`),
    ...text
      .trimEnd()
      .split("\n")
      .map((line) => `    | ${printable(line)}`),
  ].join("\n");

/** Whether a report says a text of a rule for the first time. */
type IsNew = (rule: string, text: string | undefined) => text is string;

function createIsNew(): IsNew {
  const said = new Set<string>();
  return (rule, text): text is string => {
    if (text === undefined || said.has(`${rule} ${text}`)) return false;
    said.add(`${rule} ${text}`);
    return true;
  };
}

function renderOne({ diagnostic, also, more }: Shown, colour: boolean, isNew: IsNew): string {
  const { severity, rule, message, hint, source, addition } = diagnostic;
  const style = (name: Style, text: string) => paint(name, text, colour);
  const lines = [
    `${style("bold", printable(citePlace(diagnostic)))}: ${style(colours[severity], severity)}: ${printable(message)} ${style("dim", `[${printable(rule)}]`)}`,
  ];
  if (diagnostic.excerpt.trim() !== "") lines.push(...frame(diagnostic));
  if (diagnostic.sites) lines.push(printable(`  = sites: ${nameSome(diagnostic.sites)}`));
  for (const other of also) lines.push(printable(`  = also: ${other}`));
  if (isNew(rule, source)) lines.push(printable(`  = source: ${source}`));
  if (isNew(rule, hint)) lines.push(printable(`  = hint: ${hint}`));
  if (addition) lines.push(quote(addition));
  const { file } = diagnostic.location;
  if (more > 0) lines.push("", printable(`${file}: and ${more} more of this kind [${rule}]`));
  return `${lines.join("\n")}\n`;
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;

/** How many problems there are, by severity: `2 errors, 1 warning`; empty where there are none. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning", "note"] as const)
    .map(
      (severity) => [severity, diagnostics.filter((d) => d.severity === severity).length] as const,
    )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => count(number, severity))
    .join(", ");
}

/**
 * Diagnostics for a person, errors first: place, message and rule, then the source line with the token underlined. What
 * repeats itself in a file is cut short, and the same hint or source of a rule stands once.
 */
export function renderText(diagnostics: readonly Diagnostic[], colour = false): string {
  const isNew = createIsNew();
  return shorten(diagnostics)
    .map((shown) => renderOne(shown, colour, isNew))
    .join("\n");
}
