import type { Isolates, PaperBlock, Run } from "./paper-block.ts";

/** A tag, or the text between two of them. */
interface Token {
  readonly text?: string;
  readonly tag?: string;
  readonly isEnd?: boolean;
  readonly attributes?: string;
}

const pattern = /<(?<end>\/?)(?<tag>[a-z]+\d?)(?<attributes>[^>]*)>|(?<text>[^<]+)/g;

const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

const unescape = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name]!);

const tokensOf = (html: string): Token[] =>
  [...html.matchAll(pattern)].map(({ groups = {} }) =>
    groups["tag"] === undefined
      ? { text: unescape(groups["text"]!).replaceAll(/[ \t\r\n]+/g, " ") }
      : {
          tag: groups["tag"],
          isEnd: groups["end"] === "/",
          attributes: groups["attributes"] ?? "",
        },
  );

function attributeOf({ attributes = "" }: Token, name: string): string | null {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? null : unescape(value);
}

const isBlock = ({ tag = "" }: Token): boolean => /^(?:p|h[1-6]|ul|ol|li|blockquote|hr)$/.test(tag);

/** A line begins and ends with no space, and has no two in a row. */
function fold(runs: readonly Run[]): Run[] {
  const folded: Run[] = [];
  for (const run of runs) {
    const before = folded.at(-1)?.text ?? "\n";
    const text = /[ \n]$/.test(before) ? run.text.replace(/^ /, "") : run.text;
    if (text !== "") folded.push({ ...run, text });
  }
  const last = folded.at(-1);
  return last === undefined || !last.text.endsWith(" ")
    ? folded
    : [...folded.slice(0, -1), { ...last, text: last.text.slice(0, -1) }].filter(
        ({ text }) => text !== "",
      );
}

const styles: Readonly<Record<string, Partial<Run>>> = {
  strong: { strong: true },
  em: { emphasis: true },
  code: { code: true },
};

/** Reads the HTML that the prose of a policy becomes, and no other. */
export function readProse(html: string, isolates: Isolates): PaperBlock[] {
  const tokens = tokensOf(html);
  let at = 0;

  /** Up to the end of the element that is open, or to a block within it. */
  function readRuns(style: Partial<Run>): Run[] {
    const runs: Run[] = [];
    while (at < tokens.length) {
      const token = tokens[at]!;
      const { text, tag = "", isEnd } = token;
      if (isEnd || isBlock(token)) break;
      at += 1;
      if (text !== undefined) runs.push({ text, ...style });
      else if (tag === "br") runs.push({ text: "\n" });
      else {
        const href = tag === "a" ? { href: attributeOf(token, "href") } : {};
        const inner = readRuns({ ...style, ...styles[tag], ...href });
        at += 1;
        if (tag === "code") runs.push(...inner.flatMap(isolates.code));
        else runs.push(...(tag === "bdi" ? isolates.name(inner) : inner));
      }
    }
    return runs;
  }

  function readElement(token: Token): PaperBlock {
    const { tag = "" } = token;
    if (tag === "hr") return { kind: "rule" };
    if (tag === "ul" || tag === "ol") {
      const start = Number(attributeOf(token, "start") ?? 1);
      const items = readBlocks().flatMap((item) => (item.kind === "quote" ? [item.blocks] : []));
      return { kind: "list", first: tag === "ol" ? start : null, items };
    }
    // An item of a list is read as what it holds, as a quote is.
    const [, level] = /^h([1-6])$/.exec(tag) ?? [];
    if (level === undefined && tag !== "p") return { kind: "quote", blocks: readBlocks() };
    const runs = fold(readRuns({}));
    return level === undefined
      ? { kind: "paragraph", runs }
      : { kind: "heading", level: Number(level), id: attributeOf(token, "id"), runs };
  }

  function readBlocks(): PaperBlock[] {
    const blocks: PaperBlock[] = [];
    while (at < tokens.length && !tokens[at]!.isEnd) {
      const token = tokens[at]!;
      if (isBlock(token)) {
        at += 1;
        blocks.push(readElement(token));
        if (token.tag !== "hr") at += 1;
      } else {
        const runs = fold(readRuns({}));
        if (runs.length > 0) blocks.push({ kind: "paragraph", runs });
      }
    }
    return blocks;
  }

  return readBlocks();
}
