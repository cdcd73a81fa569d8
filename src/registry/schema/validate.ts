import * as z from "zod";
import { createSuggest, didYouMean, expectedOneOf, listOptions } from "../../source/suggestions.ts";
import type { LoaderRule } from "../../vocabulary/loader-rules.ts";
import type { Problem } from "../../source/text-file.ts";
import type { Remedy } from "./scalars.ts";
import { schemaFacts, schemasAt, shapeOf } from "./shapes.ts";
import type { KeyOrValue, Path } from "../../source/yaml/locate.ts";

/** What does not fit the shape, and where. What is `missing` can be judged only when all layers are merged. */
export interface Misfit {
  readonly path: Path;
  readonly part: KeyOrValue;
  readonly problem: Problem;
  readonly missing: boolean;
}

type Issue = z.core.$ZodIssue;

/** What was held against which shape. */
interface Whole {
  readonly schema: z.ZodType;
  readonly root: unknown;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "keys and values",
  record: "keys and values",
};

const kindOf = (value: unknown): string =>
  value === null ? "nothing" : Array.isArray(value) ? "a list" : (kinds[typeof value] ?? "unknown");

const describe = (value: unknown): string =>
  typeof value === "object" ? kindOf(value) : `${JSON.stringify(value)} is ${kindOf(value)}`;

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment))
      return undefined;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value;
}

function expectation(issue: Issue): string {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return listOptions(issue.values.map(String));
  if (issue.code !== "invalid_union") return "a value";
  return [...new Set(issue.errors.map(([first]) => (first ? expectation(first) : "a value")))].join(
    " or ",
  );
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, whole: Whole): Misfit[] {
  const known = schemasAt(whole.schema, issue.path as Path).flatMap((schema) =>
    schema instanceof z.ZodObject ? Object.keys(shapeOf(schema)) : [],
  );
  const suggest = createSuggest(known);
  return issue.keys.map((key) => {
    const { expected, hint } = suggest(key);
    const message = `unknown key "${key}", ${expected}`;
    return {
      path: [...(issue.path as Path), key],
      part: "key",
      problem: { rule: "unknown-key", message, hint },
      missing: false,
    };
  });
}

function missingKey(issue: Issue): Misfit {
  const path = issue.path as Path;
  const message = `missing key "${path.at(-1)}", expected ${expectation(issue)}`;
  return { path, part: "value", problem: { rule: "missing-key", message }, missing: true };
}

/** Whether a shape takes only another kind of value, whatever stands in it: words instead of a mapping. */
function isOfOtherKind(issue: Issue, value: unknown): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_type") return true;
  if (issue.code === "invalid_value") return typeof value === "object";
  if (issue.code !== "invalid_union") return false;
  return issue.errors.every((branch) => branch.some((inner) => isOfOtherKind(inner, value)));
}

/** Of a union only the branch is reported that the writer meant, to judge by the kind of the value. */
function problemsOfUnion(issue: z.core.$ZodIssueInvalidUnion, whole: Whole): Misfit[] {
  const value = valueAt(whole.root, issue.path as Path);
  const meant = issue.errors.find((branch) => !branch.some((inner) => isOfOtherKind(inner, value)));
  return (meant ?? []).flatMap((inner) =>
    translate({ ...inner, path: [...issue.path, ...inner.path] }, whole),
  );
}

const isTruthWanted = (issue: Issue): boolean =>
  issue.code === "invalid_type"
    ? issue.expected === "boolean"
    : issue.code === "invalid_union" && issue.errors.flat().some(isTruthWanted);

/** What YAML once read as true and false, and reads as texts now. */
const formerTruths: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  on: true,
  no: false,
  n: false,
  off: false,
};

/** What to write instead of `yes`, which is a text in YAML, or of `true` where no yes or no is wanted. */
function explainTruth(issue: Issue, value: unknown): string | undefined {
  const former = typeof value === "string" ? formerTruths[value.toLowerCase()] : undefined;
  const isText = `YAML reads ${String(value)} as a text`;
  if (isTruthWanted(issue)) return former === undefined ? undefined : `${isText}, write ${former}`;
  const asksWhich = "this key asks which, not whether";
  if (former !== undefined) return `${isText}, and ${asksWhich}`;
  return typeof value === "boolean" ? asksWhich : undefined;
}

const ruleOf = (issue: Issue): LoaderRule =>
  ((issue.code === "custom" ? issue.params?.["rule"] : undefined) as LoaderRule) ?? "wrong-type";

function problemOf(issue: Issue, value: unknown, whole: Whole): Problem {
  if (issue.code === "custom") {
    const remedy = issue.params?.["remedy"] as Remedy | undefined;
    const hint = typeof value === "string" ? remedy?.(value) : undefined;
    return { rule: ruleOf(issue), message: issue.message, hint };
  }
  if (issue.code === "invalid_value" && typeof value !== "object") {
    const options = issue.values.map(String);
    const given = `${value as string | number | boolean}`;
    const message = `unknown value ${JSON.stringify(value)}, ${expectedOneOf(given, options)}`;
    const hint = explainTruth(issue, value) ?? didYouMean(given, options);
    return { rule: "unknown-value", message, hint };
  }
  const { notText } =
    schemasAt(whole.schema, issue.path as Path).flatMap(
      (schema) => schemaFacts.get(schema) ?? [],
    )[0] ?? {};
  if (notText) {
    const { rule, what, hint } = notText;
    return { rule, message: `${what} is ${kindOf(value)}, expected a text`, hint };
  }
  const message = `${describe(value)}, expected ${expectation(issue)}`;
  return {
    rule: "wrong-type",
    message,
    hint: isTruthWanted(issue) ? explainTruth(issue, value) : undefined,
  };
}

function translate(issue: Issue, whole: Whole): Misfit[] {
  const path = issue.path as Path;
  const at = (part: KeyOrValue, problem: Problem) => ({ path, part, problem, missing: false });
  if (issue.code === "unrecognized_keys") return unknownKeys(issue, whole);
  if (issue.code === "invalid_key")
    return issue.issues.map((inner) => at("key", problemOf(inner, path.at(-1), whole)));
  const value = valueAt(whole.root, path);
  if (value === undefined) return [missingKey(issue)];
  if (issue.code === "invalid_union") {
    const inner = problemsOfUnion(issue, whole);
    if (inner.length > 0) return inner;
  }
  return [at("value", problemOf(issue, value, whole))];
}

/** From so many uses of a shape on, code that is made for it pays off. */
const manyUses = 100;
const usesOf = new WeakMap<z.ZodType, number>();

function isUsedRarely(schema: z.ZodType): boolean {
  const uses = (usesOf.get(schema) ?? 0) + 1;
  usesOf.set(schema, uses);
  return uses < manyUses;
}

/** Holds plain data against a shape: the typed value, or every misfit. */
export function validate<T>(
  schema: z.ZodType<T>,
  data: unknown,
): { value?: T; misfits: readonly Misfit[] } {
  const result = schema.safeParse(data, { jitless: isUsedRarely(schema) });
  if (result.success) return { value: result.data, misfits: [] };
  return {
    misfits: result.error.issues.flatMap((issue) => translate(issue, { schema, root: data })),
  };
}
