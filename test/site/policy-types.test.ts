import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root as checkout } from "../project.ts";
import { factTypes, policyTypes, type Key, type Shape, type Types } from "./policy-types.ts";

const isNull = ({ kind }: Shape) => kind === "null";

/** A type as a table says it. */
function tell(shape: Shape): string {
  if (shape.kind === "text") return "text";
  if (shape.kind === "flag") return "`true` or `false`";
  if (shape.kind === "null") return "`null`";
  if (shape.kind === "number") return "number";
  if (shape.kind === "version") return String(shape.is);
  if (shape.kind === "map") return `${tell(shape.of)} by name`;
  if (shape.kind === "words") return shape.words.map((word) => `\`${word}\``).join(", ");
  if (shape.kind === "list") return `list of ${tell(shape.of)}`;
  if (shape.kind === "object")
    return `{ ${shape.keys.map(({ name }) => `\`${name}\``).join(", ")} }`;
  if (shape.kind === "either")
    return [...shape.options.filter((one) => !isNull(one)), ...shape.options.filter(isNull)]
      .map(tell)
      .join(" or ");
  return shape.name === "Labels"
    ? "labels by name"
    : `[${shape.name}](#${shape.name.toLowerCase()})`;
}

const objectsIn = (shape: Shape): (readonly Key[])[] => {
  if (shape.kind === "object") return [shape.keys];
  if (shape.kind === "list" || shape.kind === "map") return objectsIn(shape.of);
  return shape.kind === "either" ? shape.options.flatMap(objectsIn) : [];
};

/** The rows of a type, with those of the objects that it writes out. */
const rowsOf = (keys: readonly Key[], within = ""): string[] =>
  keys.flatMap(({ name, about, shape, optional }) => [
    `| \`${within}${name}\` | ${tell(shape)}${optional ? ", or absent" : ""} | ${about} |`,
    ...objectsIn(shape).flatMap((inner) => rowsOf(inner, `${within}${name}.`)),
  ]);

/** The names of the types that one reaches, itself first. */
function reachable(types: Types, name: string, seen: Set<string> = new Set()): Set<string> {
  const type = types.get(name);
  if (!type || seen.has(name)) return seen;
  seen.add(name);
  const visit = (shape: Shape): void => {
    if (shape.kind === "named") reachable(types, shape.name, seen);
    else if (shape.kind === "list" || shape.kind === "map") visit(shape.of);
    else if (shape.kind === "either") shape.options.forEach(visit);
    else if (shape.kind === "object") for (const key of shape.keys) visit(key.shape);
  };
  visit(type.shape);
  return seen;
}

test.each([
  ["docs/templates.md", policyTypes, "Policy"],
  ["docs/json.md", factTypes, "CookieFacts"],
] as const)("%s explains every key, in the words of its type", async (file, types, root) => {
  const document = readFileSync(join(checkout, file), "utf8");
  const sections = [...reachable(types, root)].map((name) => {
    const { about, shape } = types.get(name)!;
    const rows = objectsIn(shape).flatMap((keys) => rowsOf(keys));
    return `### ${name}\n\n${about ? `${about}\n\n` : ""}| key | is | |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  const fresh = document.replace(/(?<=^<!-- Renewed by [^>]*-->\n\n).*/ms, () =>
    sections.join("\n"),
  );
  await expect(fresh).toMatchFileSnapshot(`../../${file}`);
});
