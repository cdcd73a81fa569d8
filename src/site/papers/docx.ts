import type * as Docx from "docx";
import { loadOptional } from "../../optional.ts";
import { escapeMarkup, isAllowedLink } from "../../prose/markdown.ts";
import { type About, dayOfPaper, needsPackage } from "./about.ts";
import type { PaperBlock, PaperCell, PaperTable, Run } from "./paper-block.ts";
import { readZip, writeZip, type ZipFiles } from "./zip.ts";

const headings = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"] as const;

/** Marks that isolate, which Word shows as boxes: there each run says its own direction. */
const isolating = /[\u2066-\u2069]/g;

const margin = { marginUnitType: "dxa", top: 60, bottom: 60, left: 90, right: 90 } as const;

/** Where a paragraph stands. */
interface Place {
  /** In a list: how deep, and the numbering if it has one. */
  readonly list?: { readonly level: number; readonly numbering: string | undefined };
  readonly isQuote?: boolean;
  readonly isStrong?: boolean;
}

function createWriter(
  docx: typeof Docx,
  { language }: About,
  bookmarks: ReadonlyMap<string, string>,
) {
  const isRightToLeft = language.direction === "rtl";
  const firstNumbers: number[] = [];

  function textOf({ text, code, strong, emphasis }: Run, isLink: boolean, isStrong: boolean) {
    return new docx.TextRun({
      text: text.replaceAll(isolating, ""),
      ...(isLink ? { style: "Hyperlink" } : {}),
      ...(code ? { font: "Courier New", noProof: true } : {}),
      bold: strong === true || isStrong,
      italics: emphasis === true,
      rightToLeft: isRightToLeft && !code,
    });
  }

  function runOf(run: Run, isStrong: boolean): Docx.ParagraphChild {
    const { text, href } = run;
    if (text === "\n") return new docx.TextRun({ break: 1 });
    if (typeof href !== "string") return textOf(run, false, isStrong);
    const anchor = href.startsWith("#") ? bookmarks.get(href.slice(1)) : undefined;
    if (anchor !== undefined)
      return new docx.InternalHyperlink({ anchor, children: [textOf(run, true, isStrong)] });
    return isAllowedLink(href) && !href.startsWith("#")
      ? new docx.ExternalHyperlink({ link: href, children: [textOf(run, true, isStrong)] })
      : textOf(run, false, isStrong);
  }

  const paragraph = (runs: readonly Run[], { list, isQuote, isStrong = false }: Place) =>
    new docx.Paragraph({
      children: runs.map((run) => runOf(run, isStrong)),
      bidirectional: isRightToLeft,
      ...(isQuote ? { indent: { start: 567 } } : {}),
      ...(list?.numbering === undefined
        ? {}
        : { numbering: { reference: list.numbering, level: list.level } }),
      ...(list && list.numbering === undefined ? { bullet: { level: list.level } } : {}),
    });

  const cellOf = (lines: PaperCell, isStrong: boolean) =>
    new docx.TableCell({
      margins: margin,
      children: (lines.length > 0 ? lines : [[]]).map((runs) => paragraph(runs, { isStrong })),
    });

  function tableOf({ caption, heads, rows, nameColumn }: PaperTable) {
    const table = new docx.Table({
      width: { size: 100, type: "pct" },
      visuallyRightToLeft: isRightToLeft,
      rows: [
        new docx.TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((text) => cellOf([[{ text }]], true)),
        }),
        ...rows.map(
          (cells) =>
            new docx.TableRow({
              cantSplit: true,
              children: cells.map((cell, index) => cellOf(cell, index === nameColumn)),
            }),
        ),
      ],
    });
    const title = new docx.Paragraph({
      style: "Caption",
      keepNext: true,
      bidirectional: isRightToLeft,
      children: [textOf({ text: caption }, false, false)],
    });
    return [title, table];
  }

  function listOf({ first, items }: Extract<PaperBlock, { kind: "list" }>, level: number) {
    const numbering = first === null ? undefined : `list-${firstNumbers.push(first)}`;
    return items.flatMap((blocks) => blocksOf(blocks, { list: { level, numbering } }));
  }

  function headingOf({ level, id, runs }: Extract<PaperBlock, { kind: "heading" }>) {
    const children = runs.map((run) => runOf(run, false));
    const bookmark = id === null ? undefined : bookmarks.get(id);
    return new docx.Paragraph({
      heading: headings[level - 1]!,
      keepNext: true,
      bidirectional: isRightToLeft,
      children: bookmark === undefined ? children : [new docx.Bookmark({ id: bookmark, children })],
    });
  }

  function blocksOf(blocks: readonly PaperBlock[], place: Place): Docx.FileChild[] {
    return blocks.flatMap((block): Docx.FileChild[] => {
      if (block.kind === "heading") return [headingOf(block)];
      if (block.kind === "table") return tableOf(block);
      if (block.kind === "list") return listOf(block, place.list ? place.list.level + 1 : 0);
      if (block.kind === "quote") return blocksOf(block.blocks, { ...place, isQuote: true });
      if (block.kind === "rule") return [new docx.Paragraph({ thematicBreak: true })];
      return [paragraph(block.runs, place)];
    });
  }

  return { blocksOf, firstNumbers };
}

/** The number of a page among all, in the middle of its foot. */
const footerOf = (docx: typeof Docx, { documentTitle }: About, isRightToLeft: boolean) =>
  new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: "center",
        bidirectional: isRightToLeft,
        children: [
          new docx.TextRun({
            text: documentTitle.replaceAll(isolating, ""),
            rightToLeft: isRightToLeft,
          }),
          new docx.TextRun({
            children: [" · ", docx.PageNumber.CURRENT, " / ", docx.PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** The library numbers links and bookmarks at random, and knows neither day nor language of a document. */
function settle(files: ZipFiles, about: About): ZipFiles {
  const links = [
    ...text(files.get("word/_rels/document.xml.rels")!).matchAll(/Id="(rId[\w-]{10,})"/g),
  ];
  const numbers = new Map(links.map(([, id = ""], index) => [id, `link${index + 1}`]));
  const marks = new Map<string, string>();
  const numberOf = (id: string): string => {
    if (!marks.has(id)) marks.set(id, String(marks.size + 1));
    return marks.get(id)!;
  };
  const day = `${dayOfPaper(about)}T00:00:00Z`;
  const change = (xml: string): string =>
    xml
      .replaceAll(/(?<=(?:r:id|Id)=")rId[\w-]{10,}(?=")/g, (id) => numbers.get(id) ?? id)
      .replaceAll(
        /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)/g,
        (_, before: string, id: string) => `${before}${numberOf(id)}`,
      )
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`)
      .replace(
        "</cp:coreProperties>",
        `<dc:language>${escapeMarkup(about.language.tag)}</dc:language>$&`,
      );
  return new Map([...files].map(([path, bytes]) => [path, Buffer.from(change(text(bytes)))]));
}

/** A document of Word with heads, lists, tables whose heads repeat, links within it, and numbered pages. */
export async function writeDocx(blocks: readonly PaperBlock[], about: About): Promise<Uint8Array> {
  const docx = await loadOptional(() => import("docx"), needsPackage("docx"));
  const ids = blocks.flatMap((block) => (block.kind === "heading" ? (block.id ?? []) : []));
  const bookmarks = new Map(ids.map((id, index) => [id, `section_${index + 1}`]));
  const writer = createWriter(docx, about, bookmarks);
  const children = writer.blocksOf(blocks, {});
  const { tag, direction } = about.language;
  const document = new docx.Document({
    title: about.documentTitle,
    creator: about.site.name,
    lastModifiedBy: about.site.name,
    styles: {
      default: {
        document: {
          run: {
            font: "Arial",
            size: 20,
            language: { value: tag, eastAsia: tag, bidirectional: tag },
          },
          paragraph: { spacing: { after: 100 } },
        },
      },
    },
    numbering: {
      config: writer.firstNumbers.map((start, index) => ({
        reference: `list-${index + 1}`,
        levels: [0, 1, 2, 3].map((level) => ({
          level,
          format: "decimal" as const,
          text: `%${level + 1}.`,
          start,
          style: { paragraph: { indent: { start: 567 * (level + 1), hanging: 284 } } },
        })),
      })),
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 },
          },
        },
        footers: { default: footerOf(docx, about, direction === "rtl") },
        children,
      },
    ],
  });
  return writeZip(settle(readZip(await docx.Packer.toBuffer(document)), about), dayOfPaper(about));
}
