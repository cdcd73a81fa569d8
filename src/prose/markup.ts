import { findSuspicious, type Problem } from "../source/text-file.ts";
import { linesOf } from "./lines.ts";
import { anchorOf, attributeOf, type Token } from "./markdown.ts";
import { unmark } from "./marks.ts";
import { decodedFaults, type Fault, type Link, piecesOf, placing, type Piece } from "./pieces.ts";

const unknown = (what: string, expected: string, hint?: string): Problem => ({
  rule: "unknown-markup",
  message: `${what}, expected ${expected}`,
  hint,
});

const maximumQuoted = 40;

/** Of one paragraph. */
const maximumReported = 10;

function quote(marked: string): string {
  const text = unmark(marked);
  return `"${text.length > maximumQuoted ? `${text.slice(0, maximumQuoted)}…` : text}"`;
}

function rawHtml(html: string): Problem {
  const tag = /^<[^>\n]*>?/.exec(html)?.[0] ?? html;
  const hint = /^<br\b/i.test(tag) ? "end the line with a backslash to break it" : undefined;
  return unknown(`raw HTML ${quote(tag)}`, "Markdown", hint);
}

const brace = (found: string): Problem =>
  unknown(
    `brace in ${quote(found)}`,
    'a placeholder such as "{{ site.name }}"',
    'write "\\{" for a brace that readers see',
  );

/** What is left in a text because nothing understood it. */
const leftovers: readonly [RegExp, (found: string) => Problem][] = [
  [/[{}](?:[^{}\n]{0,60}[{}])*/, brace],
  [/<%[^\n]{0,60}|%>/, (found) => unknown(`template tag ${quote(found)}`, "Markdown")],
  [/<[A-Za-z/!?][^<>\n]{0,60}/, (found) => unknown(`half a tag ${quote(found)}`, "Markdown")],
  [/\[\^[^\]\s]{1,60}\]/, (found) => footnote(found)],
  [
    /｛｛|｝｝|%[A-Z][A-Z0-9_]{2,40}%/,
    (found) =>
      unknown(`placeholder of another tool ${quote(found)}`, 'one such as "{{ site.name }}"'),
  ],
  [
    /&[A-Za-z][A-Za-z0-9]{1,30};/,
    (found) =>
      unknown(`character reference ${quote(found)} that stands for nothing`, "the character"),
  ],
  [
    /\[(?:toc|TOC)\]/,
    (found) => unknown(quote(found), "none: the page has its own list of contents"),
  ],
  [
    /\]\(|\]\[|\[\[/,
    (found) => unknown(`${quote(found)} of no link`, 'a link such as "[text](https://…)"'),
  ],
  [
    /\*\*|~~|==/,
    (found) => unknown(`${quote(found)} that closes nothing`, 'pairs such as "**strong**"'),
  ],
];

const footnote = (mark: string): Problem =>
  unknown(`footnote ${quote(mark)}`, "the note in the text itself");

const leftover = new RegExp(leftovers.map(([{ source }]) => source).join("|"), "g");

const table = unknown(
  "table",
  "paragraphs and lists",
  "cookies belong into data/providers: the page makes its tables of them",
);

const displaced = (line: string): Problem =>
  unknown(`${quote(line)} behind spaces or in a list or quote`, "it at the beginning of its line");

/** Lines of a paragraph that were meant for more. */
const misread: readonly [RegExp, (line: string) => Problem][] = [
  [/^:::/, displaced],
  [/^#{1,6} /, displaced],
  [/^\|.*\|$/, () => table],
  [/^: /, (line) => unknown(`list of definitions ${quote(line)}`, 'a list with "- "')],
  [
    /^(!!!|\?\?\?) |^\[![A-Za-z]+\]/,
    (line) => unknown(`box ${quote(line)}`, "a paragraph or a quote alone"),
  ],
  [/^(::|：：|﹕﹕)/, (line) => unknown(quote(line), 'three colons, such as "::: if statistics"')],
  [/^\+\+\+$/, (line) => unknown(`front matter ${quote(line)}`, "text alone")],
  [
    /^(\/\/|\/\*|%%)/,
    (line) => unknown(`comment of another language ${quote(line)}`, "one such as <!-- … -->"),
  ],
  [/^\*\[[^\]]+\]:/, (line) => unknown(`abbreviation ${quote(line)}`, "its words in the text")],
  [/^\[[ xX]\] /, (line) => unknown(`box ${quote(line.slice(0, 3))}`, "a list without boxes")],
];

/** The first line of a paragraph that was meant for more; those after it most often belong to it. */
function misreadIn(content: string): Fault[] {
  for (const { text, start } of linesOf(content)) {
    const line = text.trim();
    const problem = misread.find(([pattern]) => pattern.test(line))?.[1](line);
    if (problem) return [{ start, end: start + line.length, problem }];
  }
  return [];
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A footnote whose text is one word is a link to Markdown. */
const isFootnote = ({ meta }: Token): boolean =>
  (meta as { label?: string } | null)?.label?.startsWith("^") ?? false;

function faultOf({ token, start, end }: Piece): Fault[] {
  const { type, content } = token;
  const at = (problem: Problem | undefined): Fault[] => (problem ? [{ start, end, problem }] : []);
  if (type === "text")
    return [...content.matchAll(leftover)].map(({ 0: found, index }) => ({
      start: start + index,
      end: start + index + found.length,
      problem: leftovers.find(([pattern]) => found.search(pattern) === 0)![1](found),
    }));
  if (type === "html_inline") return at(rawHtml(content));
  if (type === "image") return at(unknown("picture", "text"));
  if (type === "code_inline") return at(/\{\{|\}\}/.test(content) ? brace(content) : undefined);
  if (type !== "link_open") return [];
  const label = (token.meta as { label?: string } | null)?.label ?? "";
  if (isFootnote(token)) return at(footnote(`[${label.toLowerCase()}]`));
  const texts = [decode(attributeOf(token, "href") ?? ""), attributeOf(token, "title") ?? ""];
  return at(findSuspicious(unmark(texts.join(" ")))[0]?.problem);
}

function faultsOfLine(inline: Token, heading: Token | undefined, pieces: readonly Piece[]) {
  // A heading of the second level without an anchor is reported as such, whatever stands in its place.
  const lacksAnchor = heading?.tag === "h2" && anchorOf(heading) === undefined;
  const opened = new Set<string>();
  const shown = pieces.filter(({ token }) => {
    if (token.type !== "html_inline") return true;
    const [, close, name = ""] = /^<(\/?)([\w-]*)/.exec(token.content) ?? [];
    if (close !== "/") opened.add(name);
    return close !== "/" || !opened.has(name);
  });
  return [...misreadIn(inline.content), ...decodedFaults(pieces), ...shown.flatMap(faultOf)].filter(
    ({ problem }) => !(lacksAnchor && problem.message.startsWith("brace in")),
  );
}

const labelOf = (label: string): string => label.trim().replaceAll(/\s+/g, " ").toLowerCase();

/** Definitions of links that no link uses: Markdown drops such a line, whatever it was meant for. */
function unusedDefinitions(text: string, tokens: readonly Token[]): Fault[] {
  const used = new Set(
    tokens
      .flatMap(({ children }) => children ?? [])
      .flatMap(({ meta }) => (meta as { label?: string } | null)?.label ?? [])
      .map(labelOf),
  );
  const read = new Set(
    tokens.flatMap(({ map }) =>
      map ? Array.from({ length: map[1] - map[0] }, (_, index) => map[0] + index) : [],
    ),
  );
  return linesOf(text).flatMap(({ text: line, start }, index) => {
    const label = /^ {0,3}\[([^\]^][^\]]*)\]:/.exec(line)?.[1];
    if (label === undefined || read.has(index) || used.has(labelOf(label))) return [];
    const problem = unknown(
      `definition ${quote(line.trim())} that no link uses`,
      "a text or a link",
      'put a backslash before "[" to show the line, or "<!--" and "-->" around it to hide it',
    );
    return [{ start, end: start + line.trimEnd().length, problem }];
  });
}

function linksOf(pieces: readonly Piece[]): Link[] {
  const open: Piece[] = [];
  return pieces.flatMap(({ token, start, end }) => {
    if (token.type === "link_open") open.push({ token, start, end });
    const opened = token.type === "link_close" ? open.pop() : undefined;
    if (!opened || isFootnote(opened.token)) return [];
    const href = attributeOf(opened.token, "href") ?? "";
    // A target that stands elsewhere is shown at its link.
    const isBeside = opened.token.meta === null && token.markup !== "autolink";
    return [{ href, start: isBeside ? start : opened.start, end }];
  });
}

/** What Markdown says that prose cannot, and the links, of a text of which `tokens` were read. */
export function inspectMarkdown(
  text: string,
  tokens: readonly Token[],
): { faults: Fault[]; links: Link[] } {
  const faults: Fault[] = [];
  const links: Link[] = [];
  const place = placing(text);
  const lines = linesOf(text);
  let ignored: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (ignored) {
      if (token.type === "table_close" && token.level === ignored.level) ignored = undefined;
      continue;
    }
    const [first = 0] = token.map ?? [];
    const { start, text: line } = lines[first] ?? { start: 0, text: "" };
    const add = (problem: Problem) =>
      faults.push({ start, end: start + line.trimEnd().length, problem });
    if (token.type === "table_open") {
      add(table);
      ignored = token;
    } else if (token.type === "fence") add(unknown("block of code", "text"));
    else if (token.type === "html_block") add(rawHtml(token.content.trim()));
    else if (token.type === "inline") {
      const pieces = piecesOf(token);
      const at = <Span extends Fault | Link>(span: Span): Span => ({
        ...span,
        start: place(token, span.start),
        end: place(token, span.end),
      });
      const before = tokens[index - 1];
      const heading = before?.type === "heading_open" ? before : undefined;
      for (const fault of faultsOfLine(token, heading, pieces).slice(0, maximumReported))
        faults.push(at(fault));
      for (const link of linksOf(pieces)) links.push(at(link));
    }
  }
  return { faults: [...faults, ...unusedDefinitions(text, tokens)], links };
}

const markup = /<[A-Za-z/!?]|&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);|\*\*|\]\(|[{}]+/;

/** Markup in a text that is shown as it is; gaps such as `{duration}` are left out by the caller. */
export function markupIn(text: string): Problem | undefined {
  const found = markup.exec(text)?.[0];
  return found === undefined
    ? undefined
    : unknown(`${quote(found)} in a text that is shown as it stands`, "words alone");
}
