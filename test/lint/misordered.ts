import fc from "fast-check";
import type { FileKind } from "../../src/registry/registry.ts";

/** A key with its value and comments, as lines without indentation. */
type Lines = readonly string[];

const blank = fc.constantFrom<Lines>([], [""], ["", ""]);

const commentAbove = (key: string) =>
  fc.constantFrom<Lines>([], [`# of ${key}`], [`# of ${key}`, "", `# and of ${key}`]);

/** A value behind its key, below it, or over several lines. */
const valueOf = (key: string): fc.Arbitrary<Lines> =>
  fc.constantFrom<Lines>(
    [`${key}: http://a.example # behind ${key}`],
    [`${key}: 'it''s'`],
    [`${key}: "a # b"`],
    [`${key}: 007 # behind ${key}`],
    [`${key}: { b: 1, a: 2 }`],
    [`${key}:`],
    [`${key}:`, "  - http://a.example # one", "  # of the list", "  - b", "  # deep"],
    [`${key}: [`, "  a, # one", "  http://b.example,", "]"],
    [`${key}:`, "- a", "- b"],
    [`${key}: >-`, "  a", "", "  b"],
    [`${key}: |`, "  a # no comment", "    b"],
    [`${key}: "a`, `  b"`],
    [`${key}: a`, "  b"],
  );

/** A mapping of some of the keys, in any order. */
function mappingOf(
  keys: readonly string[],
  values: Readonly<Record<string, fc.Arbitrary<Lines>>> = {},
): fc.Arbitrary<Lines> {
  const entry = (key: string) =>
    fc.tuple(blank, commentAbove(key), values[key] ?? valueOf(key)).map((parts) => parts.flat());
  return fc
    .shuffledSubarray([...keys], { minLength: 1 })
    .chain((some) => fc.tuple(...some.map(entry)))
    .map((entries) => entries.flat());
}

const indent = (lines: Lines, by: string): Lines =>
  lines.map((line) => (line === "" ? "" : by + line));

const fromFirstKey = (lines: Lines): Lines =>
  lines.slice(lines.findIndex((line) => /^\w/.test(line)));

function asItem(lines: Lines): Lines {
  const [first = "", ...rest] = fromFirstKey(lines);
  return ["  # of an item", `  - ${first}`, ...indent(rest, "    ")];
}

const listOf = (key: string, items: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> =>
  fc
    .array(items.map(asItem), { minLength: 1, maxLength: 3 })
    .map((all) => [`${key}:`, ...all.flat()]);

const below = (key: string, lines: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> =>
  lines.map((all) => [`${key}:`, ...indent(all, "  ")]);

/** A mapping in braces, on one line, or over several and with comments. */
const inBraces = (key: string, keys: readonly string[]): fc.Arbitrary<Lines> =>
  fc
    .tuple(fc.shuffledSubarray([...keys], { minLength: 1 }), fc.constantFrom("", ",", "one line"))
    .map(([some, ending]) => {
      if (ending === "one line")
        return [`${key}: { ${some.map((one) => `${one}: a`).join(", ")} }`];
      const pairs = some.flatMap((one, index) => {
        const comma = index < some.length - 1 ? "," : ending;
        return [`  # of ${one}`, `  ${one}: http://a.example${comma} # behind ${one}`];
      });
      return [`${key}: {`, ...pairs, "}"];
    });

const cookieKeys = ["function", "purposes", "duration", "sources"];

const providers = mappingOf(["name", "entity", "recipients", "transfers", "sources", "cookies"], {
  transfers: listOf("transfers", mappingOf(["country", "safeguard"])),
  cookies: listOf("cookies", mappingOf(["name", ...cookieKeys])),
});

const sites = mappingOf(["name", "url", "controller", "authority", "providers", "brand"], {
  controller: below("controller", mappingOf(["name", "address", "email", "dpo"])),
  authority: inBraces("authority", ["name", "url"]),
  brand: inBraces("brand", ["light", "dark"]),
  providers: listOf(
    "providers",
    mappingOf(["id", "only", "override"], {
      override: below("override", below("a", mappingOf(cookieKeys))),
    }),
  ),
});

/** Files of right YAML whose keys stand in any order, with links, names, comments and values of many kinds. */
export const misordered: fc.Arbitrary<{ kind: FileKind; text: string }> = fc
  .tuple(
    fc.oneof(
      providers.map((lines) => ({ kind: "provider" as const, lines })),
      sites.map((lines) => ({ kind: "site" as const, lines })),
    ),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([{ kind, lines }, lineBreak]) => ({
    kind,
    text: ["# of the file", "", ...fromFirstKey(lines), ""].join(lineBreak),
  }));
