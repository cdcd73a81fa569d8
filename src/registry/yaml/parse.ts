import { type Document, isScalar, parseDocument, visit } from "yaml";
import { findSuspicious } from "../characters.ts";
import type { Problem } from "../text.ts";
import { type Finding, inspectTokens } from "./tokens.ts";

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** The document with the place of every value, to be asked for places only once `parseYaml` has accepted the text. */
export const readDocument = (text: string): Document.Parsed =>
  parseDocument(text, {
    version: "1.2",
    schema: "core",
    prettyErrors: false,
    resolveKnownTags: false,
    // "silent" would also hide a second document.
    logLevel: "error",
  });

function lowerFirst(message: string): string {
  const [line = ""] = message.split("\n");
  return line.slice(0, 1).toLowerCase() + line.slice(1).replace(/\.$/, "");
}

function explain(code: string, message: string, near: string): Problem {
  switch (code) {
    case "DUPLICATE_KEY":
      return { rule: "duplicate-key", message: `duplicate key ${near}, expected it once` };
    case "MULTIPLE_DOCS":
      return { rule: "several-documents", message: 'second document after "---", expected one' };
    case "TAG_RESOLVE_FAILED":
      return { rule: "yaml-tag", message: "YAML tag, expected a plain value" };
    default:
      return { rule: "invalid-yaml", message: `${lowerFirst(message)}, expected YAML 1.2` };
  }
}

const wordAt = (text: string, offset: number): string =>
  /^[^\s:,{}[\]]*/.exec(text.slice(offset))?.[0] ?? "";

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

function inspectNodes(document: Document.Parsed, text: string): Finding[] {
  const findings: Finding[] = [];
  const hasEscapes = text.includes("\\");
  const add = (range: readonly number[] | null | undefined, problem: Problem) =>
    findings.push({ start: range?.[0] ?? 0, end: range?.[1] ?? 0, problem });
  visit(document, {
    Pair(_, pair) {
      const problem = keyProblem(pair.key);
      const range = (pair.key as { range?: number[] } | null)?.range;
      if (problem) add(range, problem);
    },
    Scalar(_, node) {
      // What stands in the text as it is has been looked at; only an escape can bring more.
      if (!hasEscapes || typeof node.value !== "string") return;
      for (const { problem } of findSuspicious(node.value).slice(0, 1)) add(node.range, problem);
    },
  });
  return findings;
}

/** Plain data out of one YAML 1.2 document, or what is wrong with it; an empty document is an empty mapping. */
export function parseYaml(text: string): { value?: unknown; findings: Finding[] } {
  const tokens = inspectTokens(text);
  if (tokens.some(({ problem }) => problem.rule === "nesting-too-deep"))
    return { findings: tokens };
  const document = readDocument(text);
  const syntax = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    start: pos[0],
    end: Math.max(pos[1], pos[0] + wordAt(text, pos[0]).length),
    problem: explain(code, message, wordAt(text, pos[0])),
  }));
  const findings = [...tokens, ...syntax, ...inspectNodes(document, text)];
  if (findings.length > 0) return { findings: dropRepeated(findings) };
  return { value: document.toJS({ maxAliasCount: 0 }) ?? {}, findings };
}

function dropRepeated(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((f) => [`${f.start} ${f.problem.rule}`, f]));
  return [...seen.values()];
}
