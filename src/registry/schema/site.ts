import { z } from "zod";
import { asked } from "../../vocabulary/law.ts";
import { columns, legalBases, outputs } from "../../vocabulary/vocabulary.ts";
import { retention } from "./lengths.ts";
import {
  addresses,
  colour,
  cookieName,
  date,
  email,
  id,
  jurisdictionId,
  languageTag,
  ownDomain,
  text,
  texts,
  url,
} from "./scalars.ts";
import { overrideSchema } from "./provider.ts";
import { filledList, list, mapping, unsplit } from "./shapes.ts";

const pick = z.union([
  id,
  mapping({
    id,
    features: list(id).optional().meta({
      description: "Those of its features that the site uses.",
    }),
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

const address = unsplit(filledList(text), "address")
  .optional()
  .meta({ description: "Line by line." });

const model = z.enum(asked);

/** The categories of which a site can say something: all but `unclassified`. */
const declarable = ["necessary", "preferences", "statistics", "marketing"] as const;

const byCategory = <T extends z.ZodType>(value: T) =>
  mapping(
    Object.fromEntries(declarable.map((category) => [category, value.optional()])) as Record<
      (typeof declarable)[number],
      z.ZodOptional<T>
    >,
  );

const truthByCategory = z.union([z.boolean(), byCategory(z.boolean())]);

const shape = {
  id: id.optional().meta({ description: "The name of the file; need not be written." }),
  extends: id.optional().meta({
    description: "Another site: scalars and lists replace, mappings merge.",
  }),
  abstract: z.boolean().optional().meta({ description: "true: only a parent, builds nothing." }),
  name: texts,
  url: url.meta({ description: "The site that the policy is about." }),
  domains: list(ownDomain).optional().meta({
    description: "Other domains of its own; what is set there is the site's, too.",
  }),
  policyUrl: addresses.optional().meta({ description: "Where each page will stand." }),
  controller: mapping({
    name: texts,
    address,
    email: email.optional(),
    dpo: email.optional().meta({ description: "The data protection officer's e-mail address." }),
  }).optional(),
  representative: z
    .record(jurisdictionId, mapping({ name: text, address, email: email.optional() }))
    .optional()
    .meta({ description: "Who acts for a controller abroad, by jurisdiction." }),
  personInCharge: z
    .record(
      jurisdictionId,
      mapping({ name: text, title: text.optional(), address, email: email.optional() }),
    )
    .optional()
    .meta({ description: "The contact that the law of a place asks for, by jurisdiction." }),
  authority: mapping({
    name: texts,
    url: addresses,
    jurisdiction: jurisdictionId.optional().meta({
      description: "The place for which it is competent; absent: the first of the site.",
    }),
  })
    .optional()
    .meta({ description: "Where to complain." }),
  complaints: mapping({ url: addresses.optional(), email: email.optional() })
    .optional()
    .meta({ description: "Where the controller itself takes complaints." }),
  privacyPolicy: addresses.optional().meta({ description: "The site's own privacy notice." }),
  jurisdictions: list(jurisdictionId).optional().meta({
    description: "The places of its visitors. [] = none that has a pack; absent = EU.",
  }),
  consent: z
    .union([
      model,
      z.partialRecord(
        z.union([z.enum(declarable), jurisdictionId]),
        z.union([model, byCategory(model)]),
      ),
    ])
    .optional()
    .meta({ description: "How consent is asked for: for all, by category or by jurisdiction." }),
  legalBasis: byCategory(z.enum(legalBases)).optional(),
  retention: byCategory(retention).optional().meta({
    description: "How long the data of a category is kept.",
  }),
  sold: truthByCategory.optional().meta({ description: "Whether the data is sold." }),
  shared: truthByCategory.optional().meta({
    description: "Whether the data is shared for advertising across sites.",
  }),
  optOut: addresses.optional().meta({
    description: "Where a visitor opts out of sale and sharing.",
  }),
  gpc: mapping({
    since: date.optional(),
    account: z.boolean().optional().meta({ description: "true: it holds for the account, too." }),
    display: addresses.optional().meta({
      description: "Where a visitor sees that the signal was honoured.",
    }),
  })
    .optional()
    .meta({ description: "The site honours Global Privacy Control; {} says no more than that." }),
  languages: filledList(languageTag).meta({ description: "The first is the default." }),
  fallback: languageTag.optional().meta({
    description: "The language of whatever is not translated; absent: a missing word is an error.",
  }),
  providers,
  columns: filledList(z.enum(columns)).optional(),
  preferences: addresses.optional().meta({
    description: "Where a visitor changes or withdraws the choice.",
  }),
  objection: addresses.optional().meta({ description: "Where a visitor objects." }),
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
