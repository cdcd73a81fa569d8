/** A text of JSON that no element `<script>` ends and no old script engine breaks at. */
const escape = (json: string): string =>
  json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** As JSON, which may be pasted into a script. What is `undefined` is left out. */
export const writeJson = (value: object): string =>
  `${escape(JSON.stringify(value, undefined, 2))}\n`;

function write(value: unknown, indent: string): string {
  if (value instanceof RegExp) return `new RegExp(${escape(JSON.stringify(value.source))})`;
  if (typeof value !== "object" || value === null) return escape(JSON.stringify(value));
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => write(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${escape(JSON.stringify(key))}: ${write(item, inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join("")}${indent}${close}`;
}

/** A module that exports plain data, in which expressions are regular ones alone. */
export const writeModule = (value: object): string => `export default ${write(value, "")};\n`;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text for a sink that reads HTML, in elements and in attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => references[character]!);
