import type { Diagnostic } from "../diagnostic.ts";
import type { TextFile } from "../registry/text.ts";
import { countContainers, findFault } from "./json-fault.ts";
import { reportAt, reportFile } from "./rules.ts";

/** A text of brackets alone would need twenty times its size in memory. */
const maximumContainers = 10_000_000;

const jsonp = /^\s*[\w$.]+\s*\(\s*[{[]/;

function explain(source: TextFile): Diagnostic {
  const { text } = source;
  const fault = findFault(text);
  if (fault === text.length) {
    const message = "JSON that breaks off, expected the whole file";
    const hint = "export it again; the copy or the download was not complete";
    return reportAt(source, text.trimEnd().length, { rule: "unreadable-evidence", message, hint });
  }
  const message = "not JSON from here on, expected one JSON value";
  return reportAt(source, fault, { rule: "unreadable-evidence", message });
}

/** What a text that begins as JSON says; neither where it does not, a diagnostic where it cannot be read. */
export function parseJson(source: TextFile): { json?: unknown; diagnostic?: Diagnostic } {
  const { text } = source;
  if (jsonp.test(text)) {
    const message = "JSON within a function call (JSONP), expected JSON";
    const hint = "delete what stands before the first and after the last brace";
    return { diagnostic: reportFile(source, { rule: "unreadable-evidence", message, hint }) };
  }
  if (!/^\s*[{[]/.test(text)) return {};
  if (countContainers(text, maximumContainers) > maximumContainers) {
    const message = `more than ${maximumContainers} objects and lists, expected fewer`;
    return { diagnostic: reportFile(source, { rule: "unreadable-evidence", message }) };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { diagnostic: explain(source) };
  }
}
