import { CST, Lexer, isScalar, parseDocument, visit } from "yaml";
import type { Document, YAMLParseError, YAMLWarning } from "yaml";
import { forbiddenKeys } from "../mapping.ts";
import { findSuspicious, type Problem } from "../text-file.ts";
import { findSlip, lexerMarks } from "./slips.ts";
import { findAssignment, findBullet, findCutQuote } from "./typed-lines.ts";

/** Deeper nesting than this is no registry; some thousand levels would stop Node itself. */
const maximumDepth = 32;

export interface YamlProblem {
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
function inspectTokens(text: string): YamlProblem[] {
  if (isPlain(text)) return [];
  const findings: YamlProblem[] = [];
  const columns: number[] = [];
  let [offset, lineStart, flowDepth, startsLevel] = [0, 0, 0, true];
  for (const token of new Lexer().lex(text)) {
    if (lexerMarks.has(token)) continue;
    const [start, end] = [offset, offset + token.length];
    const type = CST.tokenType(token);
    offset = end;
    if (type === "newline") [lineStart, startsLevel] = [end, true];
    if (silent.has(type)) continue;
    const bullet = type === "alias" && token === "*" ? findBullet(text, start) : undefined;
    if (bullet) return [bullet];
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

/** The document with the place of every value, to be asked for places only once `parseYaml` has accepted the text. */
export const readDocument = (text: string): Document.Parsed =>
  parseDocument(text, {
    version: "1.2",
    schema: "core",
    // Told apart in `inspectNodes`, since the library compares each key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
    // "silent" would also hide a second document.
    logLevel: "error",
  });

function lowerFirst(message: string): string {
  const [line = ""] = message.split("\n");
  return line.slice(0, 1).toLowerCase() + line.slice(1).replace(/\.$/, "");
}

const wordAt = (text: string, offset: number): string =>
  /^[^\s:,{}[\]]*/.exec(text.slice(offset))?.[0] ?? "";

function explain(text: string, { code, message, pos }: YAMLParseError | YAMLWarning): YamlProblem {
  const [start] = pos;
  const end = Math.max(pos[1], start + wordAt(text, start).length);
  switch (code) {
    case "MULTIPLE_DOCS":
      return {
        start,
        end,
        problem: {
          rule: "several-documents",
          message: 'second document after "---", expected one',
        },
      };
    case "TAG_RESOLVE_FAILED":
      return {
        start,
        end,
        problem: { rule: "yaml-tag", message: "YAML tag, expected a plain value" },
      };
    default:
      return (
        findSlip(text, code, start, message) ?? {
          start,
          end,
          problem: { rule: "invalid-yaml", message: `${lowerFirst(message)}, expected YAML 1.2` },
        }
      );
  }
}

function keyProblem(key: unknown): Problem | undefined {
  if (!isScalar(key) || typeof key.value !== "string")
    return {
      rule: "key-not-string",
      message: "key is not a text, expected a text",
      hint: "put the key in double quotes",
    };
  if (forbiddenKeys.has(key.value))
    return { rule: "forbidden-key", message: `forbidden key "${key.value}", expected another` };
  return undefined;
}

function inspectNodes(document: Document.Parsed, text: string): YamlProblem[] {
  const findings: YamlProblem[] = [];
  const hasEscapes = text.includes("\\");
  const add = (range: readonly number[] | null | undefined, problem: Problem) =>
    findings.push({ start: range?.[0] ?? 0, end: range?.[1] ?? 0, problem });
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const message = `duplicate key ${wordAt(text, key.range![0])}, expected it once`;
          add(key.range, { rule: "duplicate-key", message });
        }
        seen.add(key.value);
      }
    },
    Pair(_, pair) {
      const problem = keyProblem(pair.key);
      const range = (pair.key as { range?: number[] } | null)?.range;
      if (problem) add(range, problem);
    },
    Scalar(_, node) {
      const [start = 0, end = 0] = node.range ?? [];
      const typed =
        node.type === "PLAIN"
          ? (findBullet(text, start) ?? findCutQuote(text, start, end))
          : undefined;
      if (typed) findings.push(typed);
      // What stands in the text as it is has been looked at; only an escape can bring more.
      if (!hasEscapes || typeof node.value !== "string") return;
      for (const { problem } of findSuspicious(node.value).slice(0, 1)) add(node.range, problem);
    },
  });
  return findings;
}

/** Whether the library only fails to make sense of what comes behind a fault. */
const isAftermath = (message: string): boolean => / in YAML stream|end with a [\]}]/.test(message);

/** Plain data out of one YAML 1.2 document, or what is wrong with it; an empty document is an empty mapping. */
export function parseYaml(text: string): { value?: unknown; findings: YamlProblem[] } {
  const tokens = inspectTokens(text);
  if (tokens.some(({ problem }) => ["nesting-too-deep", "invalid-yaml"].includes(problem.rule)))
    return { findings: tokens };
  const document = readDocument(text);
  const tabs = document.errors.filter(({ code }) => code === "TAB_AS_INDENT");
  // With a tab before them, keys seem to stand elsewhere.
  if (tabs.length > 0) return { findings: tabs.map((error) => explain(text, error)) };
  const syntax = [...document.errors, ...document.warnings]
    .filter(({ message }, index) => index === 0 || !isAftermath(message))
    .map((error) => explain(text, error));
  const whole = isScalar(document.contents) && findAssignment(text, document.contents.range[0]);
  if (whole) return { findings: [whole] };
  const findings = [...tokens, ...syntax, ...inspectNodes(document, text)];
  if (findings.length > 0) return { findings: dropRepeated(findings) };
  return { value: document.toJS({ maxAliasCount: 0 }) ?? {}, findings };
}

function dropRepeated(findings: readonly YamlProblem[]): YamlProblem[] {
  const seen = new Map(findings.map((f) => [`${f.start} ${f.problem.rule}`, f]));
  return [...seen.values()];
}
