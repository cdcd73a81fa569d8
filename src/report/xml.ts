import { printable } from "./text.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as XML holds it, line by line; what XML cannot hold is written as a terminal shows it. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .split("\n")
    .map((line) => printable(line).replaceAll(/[\ufffe\uffff]/g, "\ufffd"))
    .join("\n")
    .replaceAll(/[&<>"]/g, (character) => escapes[character]!);

/** `line="3" message="…"`; a line break within a value is written as one. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(`${value}`).replaceAll("\n", "&#10;")}"`)
    .join(" ");

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
