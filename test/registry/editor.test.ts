import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { schemasOf } from "../../src/cli/run/schema.ts";
import { memoizeByText, once } from "../../src/memo.ts";
import { openProject } from "../../src/registry/project.ts";
import { sourceOf } from "../../src/source/yaml-file.ts";
import { root, writeProject } from "../project.ts";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const own = schemasOf(openProject(root));

const parse = (schemas: ReadonlyMap<string, string>, name: string) =>
  JSON.parse(schemas.get(name)!) as Schema;

const accepts = (schemas: ReadonlyMap<string, string>, name: string) =>
  new Ajv2020({ strict: false, inlineRefs: false, code: { optimize: false } }).compile(
    parse(schemas, name),
  );

/** What an editor offers at a path of keys, in which `*` is an item or any key: each value with its words. */
function offeredAt(
  whole: Schema,
  path: readonly string[],
): ReadonlyMap<unknown, string | undefined> {
  let here: readonly Schema[] = [whole];
  const spread = (schema: Schema): Schema[] => {
    const { $ref, anyOf = [], oneOf = [] } = schema;
    const named = $ref?.replace("#/$defs/", "");
    const below = [...anyOf, ...oneOf, ...(named ? [whole.$defs![named]!] : [])];
    return [schema, ...below.flatMap(spread)];
  };
  for (const key of path)
    here = here.flatMap(spread).flatMap(({ properties, items, additionalProperties: others }) => {
      const next = key === "*" ? [items, others] : [properties?.[key]];
      return next.filter((one) => typeof one === "object");
    });
  const choices = here.flatMap(spread).filter((schema) => "const" in schema);
  return new Map(choices.map(({ const: value, description }) => [value, description]));
}

const propertiesOf = (schema: Schema, path = ""): [string, Schema][] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]): [string, Schema][] => [
    [`${path}.${key}`, inner],
    ...propertiesOf(inner, `${path}.${key}`),
  ]),
  ...[schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])].flatMap((inner) =>
    typeof inner === "object" ? propertiesOf(inner, `${path}.*`) : [],
  ),
];

const schemaOf = (name: string, text: string): string | undefined => {
  const named = /^# yaml-language-server: \$schema=(.*)$/m.exec(text)?.[1];
  return named === undefined ? undefined : join(root, dirname(name), named);
};

/** The settings that a document shows: this repository has none. */
const shownSettings = /^```yaml\n(# cookie-ledger\.yaml\n.*?)^```$/ms.exec(
  readFileSync(join(root, "docs/commands.md"), "utf8"),
)![1]!;

/** The files of this repository, each with the schema that its first line names. */
const files = [
  { file: "cookie-ledger.yaml", text: shownSettings },
  ...readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(?:data|content)\/.*\.yaml$/.test(name.replaceAll("\\", "/")))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") })),
].flatMap(({ file, text }) => {
  const schema = schemaOf(file, text);
  return schema === undefined ? [] : [{ file, text, schema }];
});

describe.each([...own])("data/schema/%s.json", (name, schema) => {
  test("is fresh", async () => {
    await expect(schema).toMatchFileSnapshot(`../../data/schema/${name}.json`);
  });

  test("says of every key what it means", () => {
    const silent = propertiesOf(JSON.parse(schema)).filter(([, inner]) => !inner.description);
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test("accepts every file of this repository that names it", () => {
    const validate = accepts(own, name);
    const its = files.filter(
      ({ schema: named }) => named === join(root, `data/schema/${name}.json`),
    );
    expect(its.length).toBeGreaterThan(0);
    const wrong = its.flatMap((file) =>
      validate(sourceOf(file).source!.value)
        ? []
        : [`${file.file} ${JSON.stringify(validate.errors)}`],
    );
    expect(wrong).toEqual([]);
  });
});

test("every file of this repository names a schema that is there", () => {
  expect(files.filter(({ schema }) => !existsSync(schema))).toEqual([]);
});

const project = {
  "data/functions.yaml": "reading-list:\n  exemption: user-input\n",
  "data/purposes.yaml": "keep-reading-list:\n  category: necessary\n",
  "content/en/terms.yaml":
    "functions:\n  reading-list: Reading list\npurposes:\n  keep-reading-list: To keep the list\n",
  "data/providers/acme.yaml":
    'name: Acme Counter\nkind: analytics\nformerly: [acme-old]\ncookies:\n  - name: "a"\n    feature: heatmaps\n    function: reading-list\n    purposes: [keep-reading-list]\n',
  "data/providers/house.yaml": "name: House\nabstract: true\ncookies: []\n",
  "data/sites/parent.yaml": "abstract: true\nname: Parent\n",
};

describe("the schemas of a project", () => {
  const cookie = ["cookies", "*"];
  const made = once(() => schemasOf(openProject(writeProject(project))));

  test.each<[string, string[], unknown, string]>([
    ["provider", [...cookie, "function"], "reading-list", "Reading list · user-input"],
    ["provider", [...cookie, "function"], "authentication", "Authentication · authentication"],
    ["provider", [...cookie, "purposes", "*"], "keep-reading-list", "To keep the list · necessary"],
    ["provider", [...cookie, "condition"], "logged-in", "Only when the visitor is logged in"],
    ["provider", [...cookie, "locations", "*"], "back-office", "back office"],
    ["provider", [...cookie, "storage"], "local-storage", "Local storage"],
    ["provider", [...cookie, "exemption"], "security", "Security"],
    ["provider", [...cookie, "recipients", "*"], "acme", "Acme Counter · analytics"],
    ["provider", ["transfers", "*", "safeguard"], "adequacy-decision", "Adequacy decision"],
    ["provider", ["country"], "DE", "Germany"],
    ["provider", ["extends"], "house", "House"],
    ["site", ["providers", "*"], "acme", "Acme Counter · analytics"],
    ["site", ["providers", "*", "id"], "matomo", "Matomo · analytics"],
    ["site", ["providers", "remove", "*"], "acme", "Acme Counter · analytics"],
    ["site", ["jurisdictions", "*"], "FR", "France"],
    ["site", ["languages", "*"], "fr", "French"],
    ["site", ["legalBasis", "marketing"], "consent", "Your consent"],
    ["site", ["columns", "*"], "party", "First or third party"],
    ["purposes", ["*", "tcf", "*"], 7, "Measure advertising performance"],
    ["jurisdiction", ["extends"], "EU", "European Union"],
  ])("offer in a file of kind %s at %j the id %j as %j", (name, path, id, words) => {
    const offered = offeredAt(parse(made(), name), path);
    expect(offered.has(id)).toBe(true);
    expect(offered.get(id)).toBe(words);
  });

  test("offer no parent where a site names a provider, and only parents where it extends a site", () => {
    const schema = parse(made(), "site");
    expect(offeredAt(schema, ["providers", "*"]).has("house")).toBe(false);
    expect([...offeredAt(schema, ["extends"]).keys()]).toEqual(["parent"]);
  });

  test("give every key of the words its English text, and a project's own ids", () => {
    const { properties } = parse(made(), "terms").properties!["functions"]!;
    expect(properties!["reading-list"]!.description).toBe("Reading list");
    expect(properties!["authentication"]!.description).toBe("Authentication");
  });

  const pick = (item: unknown) => ({ providers: [item] });
  const withCookie = (keys: object) => ({ name: "A", cookies: [{ name: "a", ...keys }] });

  const acceptsFile = memoizeByText((name) => accepts(made(), name));

  test.each<[string, unknown, boolean]>([
    ["provider", withCookie({ function: "reading-list" }), true],
    ["provider", withCookie({ function: "reading-lists" }), false],
    ["provider", withCookie({ purposes: ["keep-reading-lists"] }), false],
    ["provider", withCookie({ condition: "loged-in" }), false],
    ["provider", withCookie({ storage: "cookies" }), false],
    ["provider", withCookie({ recipients: ["acme", "Some Company"] }), true],
    ["provider", { name: "A", country: "UK" }, false],
    ["site", pick("acme"), true],
    ["site", pick("acme-old"), true],
    ["site", pick("acmee"), false],
    ["site", pick("house"), false],
    ["site", pick({ id: "acme", features: ["heatmaps"] }), true],
    ["site", pick({ id: "acme", features: ["heatmap"] }), false],
    ["site", pick({ id: "acme", override: { a: { function: "nothing" } } }), false],
    ["site", { jurisdictions: ["EU", "AQ"] }, true],
    ["site", { jurisdictions: ["GB"] }, false],
    ["site", { languages: ["tlh"] }, false],
    ["site", { policyUrl: { tlh: "https://site.example" } }, true],
    ["site", { consent: { "US-CA": { marketing: "opt-out" } } }, true],
    ["site", { consent: { "US-XX": "opt-out" } }, false],
    ["purposes", { "a-b": { tcf: [12] } }, false],
    ["terms", { functions: { authentication: "Log-in" } }, true],
  ])("take in a file of kind %s %j: %j", (name, value, isRight) => {
    expect(acceptsFile(name)(value)).toBe(isRight);
  });
});
