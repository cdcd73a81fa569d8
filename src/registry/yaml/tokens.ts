import { CST, Lexer } from "yaml";
import type { Problem } from "../text.ts";

/** Deeper nesting than this is no registry; some thousand levels would stop Node itself. */
const maximumDepth = 32;

export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly problem: Problem;
}

const refused: Partial<Record<CST.TokenType, Problem>> = {
  "directive-line": {
    rule: "yaml-directive",
    message: "YAML directive, expected plain YAML 1.2 without one",
    hint: "delete the line",
  },
  tag: {
    rule: "yaml-tag",
    message: "YAML tag, expected a plain value",
    hint: 'delete the tag; put the value in double quotes if "!" belongs to it',
  },
  anchor: {
    rule: "yaml-anchor",
    message: "YAML anchor, expected a plain value",
    hint: 'write the value out; put it in double quotes if "&" belongs to it',
  },
  alias: {
    rule: "yaml-anchor",
    message: "YAML alias, expected a plain value",
    hint: 'write the value out; put it in double quotes if "*" belongs to it',
  },
};

const tooDeep: Problem = {
  rule: "nesting-too-deep",
  message: `nested more than ${maximumDepth} levels deep, expected a registry file`,
};

const silent = new Set<CST.TokenType | null>(["space", "newline", "comment", "byte-order-mark"]);
const opensLevel = new Set<CST.TokenType | null>([
  "seq-item-ind",
  "explicit-key-ind",
  "map-value-ind",
]);
const marks = new Set(["\u0002", "\u0018", "\u001f"]);

const mayBeRefused = /(^|[\s[{,])[&*!]|^%/m;

/** Whether a glance tells that the text holds nothing to refuse and cannot be deep: true for nearly every file. */
function isPlain(text: string): boolean {
  if (mayBeRefused.test(text) || (text.match(/[[{]/g) ?? []).length > maximumDepth) return false;
  const indents = new Set(text.match(/^ *(?:[-?:] +)*/gm));
  return (
    [...indents].reduce((sum, indent) => sum + 1 + (indent.match(/[-?:]/g) ?? []).length, 0) <=
    maximumDepth
  );
}

/**
 * Reads the text token by token, without recursion, before a parser sees it: finds directives, tags, anchors, aliases
 * and nesting deep enough to exhaust the stack. Stops at the first place that is too deep.
 */
export function inspectTokens(text: string): Finding[] {
  if (isPlain(text)) return [];
  const findings: Finding[] = [];
  const columns: number[] = [];
  let [offset, lineStart, flowDepth, startsLevel] = [0, 0, 0, true];
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue;
    const [start, end] = [offset, offset + token.length];
    const type = CST.tokenType(token);
    offset = end;
    if (type === "newline") [lineStart, startsLevel] = [end, true];
    if (silent.has(type)) continue;
    const problem = type ? refused[type] : undefined;
    if (problem) findings.push({ start, end, problem });
    if (type === "flow-seq-start" || type === "flow-map-start") flowDepth += 1;
    if (type === "flow-seq-end" || type === "flow-map-end") flowDepth -= 1;
    if (startsLevel && flowDepth === 0) {
      const column = start - lineStart;
      while (columns.length > 0 && columns.at(-1)! > column) columns.pop();
      if (columns.at(-1) !== column) columns.push(column);
    }
    startsLevel = opensLevel.has(type);
    if (flowDepth + columns.length > maximumDepth)
      return [...findings, { start, end, problem: tooDeep }];
  }
  return findings;
}
