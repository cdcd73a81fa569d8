import { escapeMarkup, isAllowedLink } from "../../prose/markdown.ts";
import type { PaperBlock, PaperCell, PaperTable, Run } from "./paper-block.ts";

/** What Markdown, its tables, HTML or a template within Markdown would read as their own. */
const escape = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>|~&]/g, String.raw`\$&`);

/** A line that begins so would be a heading, a list or a rule. */
const escapeStart = (line: string): string =>
  line.replace(/^(?:([#+=-])|(\d+)([.)]))/, (_, sign?: string, digits = "", dot = "") =>
    sign === undefined ? `${digits}\\${dot}` : `\\${sign}`,
  );

/** Within a span of code nothing can be escaped: what a template would read as its own stands outside of one. */
function writeCode(text: string, isCell: boolean): string {
  if (/\{[{%#]|[}%#]\}/.test(text)) return escape(text);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(text) ? " " : "";
  // A stroke ends a cell even there.
  const inner = isCell ? text.replaceAll("|", String.raw`\|`) : text;
  return `${fence}${space}${inner}${space}${fence}`;
}

const encoded = /[\s<>()\\|`{}]/g;

const writeAddress = (href: string): string =>
  href
    .replaceAll(encoded, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("&", "&amp;");

/** Signs of emphasis work beside letters; elsewhere, and beside one another, an element is sure to. */
function emphasize(text: string, plain: string, { strong, emphasis }: Run, before: string): string {
  const isSafe = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(plain) && !before.endsWith("*");
  if (strong && emphasis) return `<strong><em>${text}</em></strong>`;
  if (strong) return isSafe ? `**${text}**` : `<strong>${text}</strong>`;
  if (emphasis) return isSafe ? `*${text}*` : `<em>${text}</em>`;
  return text;
}

const breakOfCell = " <br> ";

function writeRuns(runs: readonly Run[], lineBreak: string): string {
  const isCell = lineBreak === breakOfCell;
  let line = "";
  for (const run of runs) {
    const { text, href, code } = run;
    if (text === "\n") {
      line += lineBreak;
      continue;
    }
    const words = emphasize(code ? writeCode(text, isCell) : escape(text), text, run, line);
    const isLink = typeof href === "string" && isAllowedLink(href);
    line += isLink ? `[${words}](${writeAddress(href)})` : words;
  }
  return line;
}

const writeCell = (cell: PaperCell): string =>
  cell.map((line) => writeRuns(line, breakOfCell)).join(breakOfCell);

const writeRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const writeTable = ({ caption, heads, rows }: PaperTable): string =>
  [
    `${escapeStart(escape(caption))}\n`,
    writeRow(heads.map(escape)),
    writeRow(heads.map(() => "---")),
    ...rows.map((cells) => writeRow(cells.map(writeCell))),
  ].join("\n");

const indent = (text: string, by: number): string =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(by)}`);

function writeList(
  { first, items }: Extract<PaperBlock, { kind: "list" }>,
  isNext: boolean,
): string {
  const isTight = items.every(({ length }) => length < 2);
  return items
    .map((blocks, index) => {
      const mark = first === null ? (isNext ? "*" : "-") : `${first + index}${isNext ? ")" : "."}`;
      return `${mark} ${indent(writeBlocks(blocks), mark.length + 1)}`;
    })
    .join(isTight ? "\n" : "\n\n");
}

function writeBlock(block: PaperBlock, isNext: boolean): string {
  if (block.kind === "table") return writeTable(block);
  if (block.kind === "rule") return "---";
  if (block.kind === "quote") return `> ${writeBlocks(block.blocks).replaceAll("\n", "\n> ")}`;
  if (block.kind === "list") return writeList(block, isNext);
  const lines = writeRuns(block.runs, "\\\n").split("\n");
  const text = lines.map(escapeStart).join("\n");
  if (block.kind === "paragraph") return text;
  // Links of the same document lead here, whatever ids a renderer gives to headings.
  const anchor = block.id === null ? "" : `<a id="${escapeMarkup(block.id)}"></a>`;
  return `${"#".repeat(block.level)} ${anchor}${text}`;
}

/** Of two lists behind one another the second has other marks, or they would be one. */
function writeBlocks(blocks: readonly PaperBlock[]): string {
  let wasNext = false;
  return blocks
    .map((block, index) => {
      const isList = block.kind === "list" && blocks[index - 1]?.kind === "list";
      wasNext = isList && !wasNext;
      return writeBlock(block, wasNext);
    })
    .join("\n\n");
}

/** A document as Markdown with the tables of GitHub; HTML is in it only where Markdown has no signs. */
export const writeMarkdown = (blocks: readonly PaperBlock[]): string => `${writeBlocks(blocks)}\n`;
