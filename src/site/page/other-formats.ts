import type { ExportFormat, Output } from "../../vocabulary/vocabulary.ts";
import type { Policy } from "./policy.ts";

type Format = Policy["formats"][number];

type OtherOutput = Exclude<Output, "page" | "fragment" | ExportFormat>;

/** The page in other formats, as seen from it; what is written for banners is no other form of the page. */
const formats: Readonly<Record<OtherOutput, readonly Format[]>> = {
  json: ["policy.json", "../cookies.json"].map((href) => ({ type: "application/json", href })),
  markdown: [{ type: "text/markdown", href: "policy.md" }],
};

const isOther = (output: Output): output is OtherOutput => output in formats;

/** In the order in which the site lists its outputs. */
export const formatsOf = (outputs: readonly Output[]): Policy["formats"] =>
  outputs.filter(isOther).flatMap((output) => formats[output]);
