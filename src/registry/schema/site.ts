import { z } from "zod";
import { columns, jurisdictions, outputs } from "../../vocabulary/vocabulary.ts";
import {
  addresses,
  colour,
  cookieName,
  date,
  email,
  id,
  languageTag,
  text,
  url,
} from "./scalars.ts";
import { overrideSchema } from "./provider.ts";
import { filledList, list, mapping } from "./shapes.ts";

const pick = z.union([
  id,
  mapping({
    id,
    only: filledList(cookieName).optional().meta({ description: "Just these of its cookies." }),
    override: z.record(cookieName, overrideSchema).optional().meta({
      description: "Changes to its cookies, by name.",
    }),
  }),
]);

const idOfPick = (value: unknown) =>
  typeof value === "object" && value !== null && "id" in value ? value.id : value;

const picks = filledList(pick, idOfPick);

const providers = z.union([
  picks,
  mapping({ add: picks.optional(), remove: filledList(id).optional() }),
]);

const shape = {
  id: id.optional().meta({ description: "The name of the file; need not be written." }),
  extends: id.optional().meta({
    description: "Another site: scalars and lists replace, mappings merge.",
  }),
  abstract: z.boolean().optional().meta({ description: "true: only a parent, builds nothing." }),
  name: text,
  url: url.meta({ description: "The site that the policy is about." }),
  policyUrl: addresses.optional().meta({ description: "Where each page will stand." }),
  controller: mapping({
    name: text,
    address: filledList(text).optional().meta({ description: "Line by line." }),
    email: email.optional(),
    dpo: email.optional().meta({ description: "The data protection officer's e-mail address." }),
  }).optional(),
  authority: mapping({ name: text, url }).optional().meta({ description: "Where to complain." }),
  jurisdictions: list(z.enum(jurisdictions)).optional(),
  languages: filledList(languageTag).meta({ description: "The first is the default." }),
  fallback: languageTag.optional().meta({
    description: "The language of whatever is not translated; absent: a missing word is an error.",
  }),
  providers,
  columns: filledList(z.enum(columns)).optional(),
  preferences: url.optional().meta({
    description: "Where a visitor changes or withdraws the choice.",
  }),
  objection: url.optional().meta({ description: "Where a visitor objects." }),
  outputs: filledList(z.enum(outputs)).optional(),
  brand: mapping({ light: colour, dark: colour })
    .optional()
    .meta({ description: "The accent; contrast with the page is at least 4.5:1." }),
  updated: date.optional().meta({ description: "When the policy was last changed." }),
};

/** `data/sites/<id>.yaml`: one site and the providers it uses. */
export const siteFileSchema = mapping(shape);

/** A site that others extend: it may lack what they say themselves. */
export const parentFileSchema = siteFileSchema.partial();

/** A site after `extends`: its providers are a list. */
export const siteSchema = mapping({ ...shape, providers: picks });

export type Site = z.output<typeof siteSchema>;
export type SiteProvider = z.output<typeof pick>;
