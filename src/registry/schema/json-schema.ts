import { z } from "zod";
import { jurisdictionFileSchema } from "./jurisdiction.ts";
import { providerFileSchema } from "./provider.ts";
import { parentFileSchema } from "./site.ts";
import { vagueSchema, termsSchema } from "./terms.ts";
import { functionsSchema, purposesSchema } from "./functions-and-purposes.ts";

const titles = {
  jurisdiction: "What the law of a place asks",
  provider: "A service provider and the cookies it sets",
  site: "A site and the providers it uses",
  functions: "What a cookie does",
  purposes: "Why a cookie is set",
  terms: "The words of one language",
  vague: "Words that say nothing",
} as const;

const schemas: Readonly<Record<keyof typeof titles, z.ZodType>> = {
  jurisdiction: jurisdictionFileSchema,
  // A provider may inherit what it lacks.
  provider: providerFileSchema,
  // A site may inherit what it lacks.
  site: parentFileSchema,
  functions: functionsSchema,
  purposes: purposesSchema,
  terms: termsSchema,
  vague: vagueSchema,
};

/** The JSON Schema of each kind of file, by name, as the files of `data/schema/` hold it. */
export const editorSchemas = (): Map<string, string> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const title = titles[name as keyof typeof titles];
      const json = { ...z.toJSONSchema(schema, { io: "input" }), title };
      return [name, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
