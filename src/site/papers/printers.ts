import type { Output } from "../../vocabulary/vocabulary.ts";
import type { Sheet } from "../page/describe/describe-sheet.ts";
import { pdfName } from "../page/other-formats.ts";
import type { PlainPolicy } from "../page/plain-policy.ts";
import { writeCsv } from "./csv.ts";
import { describeDocument } from "./document.ts";
import { writeDocx } from "./docx.ts";
import type { Press } from "./pdf.ts";
import { writeXlsx } from "./xlsx.ts";

/** What papers are made of: the policy of a site in a language, its cookies as a table, and its page. */
export interface Paper {
  readonly policy: PlainPolicy;
  readonly sheet: () => Sheet;
  /** The page, without a way to its own PDF. */
  readonly page: () => Uint8Array;
  /** What stands below each page of a PDF. */
  readonly pdfFooter: () => Uint8Array;
}

interface Printer {
  readonly output: Output;
  /** Its name in the folder of a language. */
  readonly file: string;
  readonly print: (paper: Paper, press: Press) => Promise<Uint8Array>;
}

export const printers: readonly Printer[] = [
  { output: "csv", file: "cookies.csv", print: ({ sheet }) => writeCsv(sheet()) },
  {
    output: "xlsx",
    file: "cookies.xlsx",
    print: ({ sheet, policy }) => writeXlsx(sheet(), policy),
  },
  {
    output: "docx",
    file: "policy.docx",
    print: ({ policy }) => writeDocx(describeDocument(policy), policy),
  },
  {
    output: "pdf",
    file: pdfName,
    print: ({ policy: { canonical, site, updated }, page, pdfFooter }, { pdf }) =>
      pdf({
        address: canonical ?? site.url,
        html: page(),
        footer: pdfFooter(),
        date: updated?.iso ?? null,
      }),
  },
];
