import type { ExportFormat, Output } from "../../vocabulary/vocabulary.ts";
import type { Policy } from "./policy.ts";

type Format = Policy["formats"][number];

/** What each output that says the same as the HTML adds, as seen from the page. */
const formats: Readonly<
  Record<Exclude<Output, "page" | "fragment" | ExportFormat>, readonly Format[]>
> = {
  json: ["policy.json", "../cookies.json"].map((href) => ({ type: "application/json", href })),
  markdown: [{ type: "text/markdown", href: "policy.md" }],
};

const isOther = (output: Output): output is keyof typeof formats => output in formats;

/** In the order in which the site lists its outputs. */
export const formatsOf = (outputs: readonly Output[]): Policy["formats"] =>
  outputs.filter(isOther).flatMap((output) => formats[output]);
