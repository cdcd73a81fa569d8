import type { ExportFormat, Output } from "../../vocabulary/vocabulary.ts";
import type { Policy } from "./policy.ts";

type Format = Policy["formats"][number];

/** The policy as a PDF, beside its page. */
export const pdfName = "policy.pdf";

const office = "application/vnd.openxmlformats-officedocument";

type OtherOutput = Exclude<Output, "page" | "fragment" | ExportFormat>;

/** The page in other formats, as seen from it; what is written for banners is no other form of the page. */
const formats: Readonly<Record<OtherOutput, readonly Format[]>> = {
  json: ["policy.json", "../cookies.json"].map((href) => ({ type: "application/json", href })),
  markdown: [{ type: "text/markdown", href: "policy.md" }],
  csv: [{ type: "text/csv", href: "cookies.csv" }],
  xlsx: [{ type: `${office}.spreadsheetml.sheet`, href: "cookies.xlsx" }],
  docx: [{ type: `${office}.wordprocessingml.document`, href: "policy.docx" }],
  pdf: [{ type: "application/pdf", href: pdfName }],
};

const isOther = (output: Output): output is OtherOutput => output in formats;

/** In the order in which the site lists its outputs. */
export const formatsOf = (outputs: readonly Output[]): Policy["formats"] =>
  outputs.filter(isOther).flatMap((output) => formats[output]);
