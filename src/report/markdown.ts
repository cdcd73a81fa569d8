import { citePlace, type Diagnostic } from "../diagnostic.ts";
import { shorten, type Shown } from "./shorten.ts";
import { printable, summarize } from "./text.ts";

/** A text on one line of Markdown, of which nothing is markup. */
const escapeInline = (text: string): string =>
  printable(text)
    .replaceAll(/[\\`*_{}[\]|~#!]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");

function describeRow({ diagnostic, also, more }: Shown): string {
  const { severity, rule, message, hint, location } = diagnostic;
  const told = [message, ...also, ...(hint === undefined ? [] : [`hint: ${hint}`])];
  const cells = [
    severity,
    escapeInline(citePlace(diagnostic)),
    told.map(escapeInline).join("<br>"),
    escapeInline(rule),
  ];
  const rest = ["", escapeInline(location.file), `and ${more} more of this kind`, cells[3]!];
  return [cells, ...(more > 0 ? [rest] : [])].map((row) => `| ${row.join(" | ")} |\n`).join("");
}

/** Diagnostics as a section of Markdown, such as the summary of a job shows, shortened as for a person. */
export function renderMarkdown(
  diagnostics: readonly Diagnostic[],
  incomplete: readonly string[] = [],
): string {
  const count = diagnostics.length > 0 ? summarize(diagnostics) : "no problems";
  const rows = shorten(diagnostics).map(describeRow).join("");
  const table = rows === "" ? "" : `\n| | place | problem | rule |\n|---|---|---|---|\n${rows}`;
  const gaps = incomplete.map((gap) => `- ${escapeInline(gap)}\n`).join("");
  const unseen = gaps === "" ? "" : `\nIncomplete: something may have gone unseen\n\n${gaps}`;
  return `## cookie-ledger: ${count}\n${table}${unseen}`;
}
