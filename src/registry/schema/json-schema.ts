import * as z from "zod";
import { isMapping } from "../../source/mapping.ts";
import { settingsSchema } from "../settings/settings-schema.ts";
import { jurisdictionFileSchema } from "./jurisdiction.ts";
import { providerFileSchema } from "./provider.ts";
import { type IdList, schemaFacts } from "./shapes.ts";
import { parentFileSchema } from "./site.ts";
import { type Terms, vagueSchema, termsSchema } from "./terms.ts";
import { functionsSchema, purposesSchema } from "./functions-and-purposes.ts";

/** The ids of a list. */
export interface OfferedIds {
  /** Each with its English words, if it has any. */
  readonly offered: ReadonlyMap<string, string | undefined>;
  /** Further ones, which are right and not offered. */
  readonly accepted?: readonly string[];
}

/** What an editor offers in the files of a project. */
export interface EditorWords {
  readonly lists: Readonly<Record<IdList, OfferedIds>>;
  /** The features of those providers that have any, by the provider's id. */
  readonly features: ReadonlyMap<string, readonly string[]>;
  /** The English ones. */
  readonly terms: Terms;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

const mark = "Written by cookie-ledger schema, which replaces it.";

// Not `title`: editors would head with it what they show of every key, and name by it what an object should be.
const descriptions = {
  jurisdiction: "What the law of a place asks",
  provider: "A service provider and the cookies it sets",
  site: "A site and the providers it uses",
  functions: "What a cookie does",
  purposes: "Why a cookie is set",
  terms: "The words of one language",
  vague: "Words that say nothing",
  settings: "How commands run in this project",
} as const;

const schemas: Readonly<Record<keyof typeof descriptions, z.ZodType>> = {
  jurisdiction: jurisdictionFileSchema,
  // A provider may inherit what it lacks.
  provider: providerFileSchema,
  // A site may inherit what it lacks.
  site: parentFileSchema,
  functions: functionsSchema,
  purposes: purposesSchema,
  terms: termsSchema,
  vague: vagueSchema,
  settings: settingsSchema,
};

// One schema a value, and not `enum`: editors then show the words of the value alone.
const choices = (values: Iterable<string | number>, words: OfferedIds["offered"]): JsonSchema[] =>
  [...values].map((value) => {
    const description = words.get(String(value));
    return { const: value, ...(description === undefined ? {} : { description }) };
  });

function definitionOf({ offered, accepted = [] }: OfferedIds): JsonSchema {
  const known = { oneOf: choices(offered.keys(), offered) };
  if (accepted.length === 0) return known;
  return { anyOf: [known, { type: "string", pattern: `^(${accepted.join("|")})$` }] };
}

/** Lets a schema name the ids of its list, and returns whether it refers to them as `$defs`. */
function nameIds(json: JsonSchema, ids: IdList, isOpen: boolean, { lists }: EditorWords): boolean {
  const { enum: options, type, pattern } = json;
  if (lists[ids].offered.size === 0) return false;
  delete json.type;
  if (options) {
    delete json.enum;
    json.oneOf = choices(options as (string | number)[], lists[ids].offered);
    return false;
  }
  delete json.pattern;
  const known = { $ref: `#/$defs/${ids}` };
  const other = { type, ...(pattern === undefined ? {} : { pattern }) } as JsonSchema;
  Object.assign(json, isOpen ? { anyOf: [known, other] } : known);
  return true;
}

/** The keyword of what follows from `if`; written out, an object with it passes for a promise. */
const [consequence] = ["then"] as const;

const featuresByProvider = ({ features }: EditorWords): JsonSchema[] =>
  [...features].map(([id, its]) => ({
    if: { properties: { id: { const: id } } },
    [consequence]: { properties: { features: { items: { enum: [...its] } } } },
  }));

/** Gives the keys of a mapping of texts, which stands at a pointer, the English texts as descriptions. */
function describeTexts(json: JsonSchema, texts: object, pointer = "#"): void {
  const known = (json.properties ??= {});
  for (const [key, text] of Object.entries(texts)) {
    const own = (known[key] ??= { $ref: `${pointer}/additionalProperties` }) as JsonSchema;
    if (typeof text === "string") own.description = text;
    else describeTexts(own, text as object, `${pointer}/properties/${key}`);
  }
}

const textsIn: Readonly<Partial<Record<keyof typeof descriptions, (terms: Terms) => object>>> = {
  terms: (terms) => Object.fromEntries(Object.entries(terms).filter(([, one]) => isMapping(one))),
  functions: ({ functions }) => functions,
  purposes: ({ purposes }) => purposes,
};

/** Gives the rules, whose severities the settings name, their summaries as descriptions. */
function describeRules({ properties }: JsonSchema, { lists }: EditorWords): void {
  const severities = properties!["severities"] as JsonSchema;
  describeTexts(severities, Object.fromEntries(lists.rules.offered), "#/properties/severities");
}

/** Files that say only what they do not take over, from another file or from the package's of the same name. */
const partial: ReadonlySet<string> = new Set(["site", "terms", "purposes"]);

const isUnionOfPick = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodUnion && schema.options.some((one) => schemaFacts.get(one)?.isPick);

/** Of `anyOf` editors show the words of an id only where all alternatives have some. */
function sayOneOf(json: JsonSchema): void {
  json.oneOf = json.anyOf!;
  delete json.anyOf;
}

function writeSchema(name: keyof typeof descriptions, words: EditorWords): object {
  const used = new Set<IdList>();
  const json = z.toJSONSchema(schemas[name], {
    io: "input",
    override({ zodSchema, jsonSchema }) {
      const { ids, isOpen = false, isPick } = schemaFacts.get(zodSchema) ?? {};
      if (partial.has(name)) delete jsonSchema.required;
      if (isPick) jsonSchema.allOf = featuresByProvider(words);
      if (isUnionOfPick(zodSchema)) sayOneOf(jsonSchema);
      if (ids && nameIds(jsonSchema, ids, isOpen, words)) used.add(ids);
    },
  });
  const texts = textsIn[name]?.(words.terms);
  if (texts) describeTexts(json, texts);
  if (name === "settings") describeRules(json, words);
  const definitions = [...used].map((ids) => [ids, definitionOf(words.lists[ids])] as const);
  const $defs = definitions.length > 0 ? { $defs: Object.fromEntries(definitions) } : {};
  const { $schema, ...rest } = json;
  return { $schema, $comment: mark, description: descriptions[name], ...rest, ...$defs };
}

/** Whether a text is a schema that this module wrote. */
export const isEditorSchema = (text: string): boolean => text.includes(JSON.stringify(mark));

/** The JSON Schema of each kind of file of a project, by name, as the files of its `data/schema/` hold it. */
export const editorSchemas = (words: EditorWords): Map<string, string> =>
  new Map(
    Object.keys(descriptions).map((name) => {
      const schema = writeSchema(name as keyof typeof descriptions, words);
      return [name, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
