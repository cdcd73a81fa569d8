import * as z from "zod";
import type { ByLanguage } from "../../vocabulary/by-language.ts";
import { asked, legalBases } from "../../vocabulary/law.ts";
import { categories, columns, declarableCategories, outputs } from "../../vocabulary/vocabulary.ts";
import { retention } from "./lengths.ts";
import {
  addresses,
  addressesOrFragments,
  colour,
  cookieName,
  date,
  email,
  id,
  idBeyond,
  idFrom,
  jurisdictionId,
  languageWithWords,
  openableBanner,
  ownDomain,
  text,
  texts,
  url,
} from "./scalars.ts";
import { overrideSchema } from "./provider.ts";
import { filledList, list, mapping, schemaFacts, unsplit } from "./shapes.ts";

const provider = idFrom("providers");

const pick = z.union([
  provider,
  mapping({
    id: provider.meta({ description: "The provider." }),
    features: list(id).optional().meta({
      description: "Those of its features that the site uses.",
    }),
    only: filledList(cookieName).optional().meta({ description: "Just these of its cookies." }),
    override: z.record(cookieName, overrideSchema).optional().meta({
      description: "Changes to its cookies, by name.",
    }),
  }).register(schemaFacts, { isPick: true }),
]);

const idOfPick = (value: unknown) =>
  typeof value === "object" && value !== null && "id" in value ? value.id : value;

const picks = filledList(pick, idOfPick);

const providers = z.union([
  picks,
  mapping({
    add: picks.optional().meta({ description: "Behind those that it inherits." }),
    remove: filledList(provider).optional().meta({
      description: "Of those that it inherits.",
    }),
  }),
]);

const address = unsplit(filledList(text), "address")
  .optional()
  .meta({ description: "Line by line." });

const model = z.enum(asked).register(schemaFacts, { ids: "asked" });

const nameByLanguage = texts.meta({ description: "One text, or one for each language." });

const personName = text.meta({ description: "Of the person or the organisation." });

const emailAddress = email.meta({ description: "An e-mail address." });

/** Some laws want the title and the contact, and no name. */
const inCharge = mapping({
  name: personName.optional(),
  title: text.optional().meta({ description: "What the person is called there." }),
  address,
  email: emailAddress.optional(),
}).superRefine(({ name, title }, context) => {
  if (name === undefined && title === undefined)
    context.addIssue({
      code: "custom",
      params: { rule: "missing-key" },
      message: 'missing key "name", expected it or "title"',
    });
});

const byCategory = <T extends z.ZodType>(value: T) =>
  mapping(
    Object.fromEntries(
      declarableCategories.map((category) => [
        category,
        value.optional().meta({ description: `For what is of the category "${category}".` }),
      ]),
    ) as Record<(typeof declarableCategories)[number], z.ZodOptional<T>>,
  );

/** A heading for each of these, where the site has its own. */
const titles = <Key extends string>(keys: readonly Key[]) =>
  mapping(
    Object.fromEntries(
      keys.map((key) => [
        key,
        texts.optional().meta({ description: `Instead of that of "${key}".` }),
      ]),
    ) as Record<Key, z.ZodOptional<typeof texts>>,
  ).optional();

const truthByCategory = z.union([z.boolean(), byCategory(z.boolean())]);

const shape = {
  id: id.optional().meta({ description: "The name of the file; need not be written." }),
  extends: idBeyond("parentSites").optional().meta({
    description: "Another site: scalars and lists replace, mappings merge.",
  }),
  abstract: z.boolean().optional().meta({ description: "true: only a parent, builds nothing." }),
  name: texts.meta({ description: "The site's name: one text, or one for each language." }),
  url: url.meta({ description: "The site that the policy is about." }),
  domains: list(ownDomain).optional().meta({
    description: "Other domains of its own; what is set there is the site's, too.",
  }),
  policyUrl: addresses.optional().meta({ description: "Where each page will stand." }),
  controller: mapping({
    name: nameByLanguage,
    address,
    email: emailAddress.optional(),
    dpo: email.optional().meta({ description: "The data protection officer's e-mail address." }),
  })
    .optional()
    .meta({ description: "Who answers for the data." }),
  representative: z
    .record(jurisdictionId, mapping({ name: personName, address, email: emailAddress.optional() }))
    .optional()
    .meta({ description: "Who acts for a controller abroad, by jurisdiction." }),
  personInCharge: z
    .record(jurisdictionId, inCharge)
    .optional()
    .meta({ description: "The contact that the law of a place asks for, by jurisdiction." }),
  authority: mapping({
    name: nameByLanguage,
    url: addresses.meta({ description: "One address, or one for each language." }),
    jurisdiction: jurisdictionId.optional().meta({
      description: "The place for which it is competent; absent: the first of the site.",
    }),
  })
    .optional()
    .meta({ description: "Where to complain." }),
  complaints: mapping({
    url: addresses.optional().meta({ description: "One address, or one for each language." }),
    email: emailAddress.optional(),
  })
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
        z.union([z.enum(declarableCategories), jurisdictionId]),
        z.union([model, byCategory(model)]),
      ),
    ])
    .optional()
    .meta({ description: "How consent is asked for: for all, by category or by jurisdiction." }),
  legalBasis: byCategory(z.enum(legalBases).register(schemaFacts, { ids: "legalBases" }))
    .optional()
    .meta({ description: "Why the data of a category may be used at all." }),
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
    since: date.optional().meta({ description: "The day from which it does." }),
    account: z.boolean().optional().meta({ description: "true: it holds for the account, too." }),
    display: addresses.optional().meta({
      description: "Where a visitor sees that the signal was honoured.",
    }),
  })
    .optional()
    .meta({ description: "The site honours Global Privacy Control; {} says no more than that." }),
  languages: filledList(languageWithWords).meta({ description: "The first is the default." }),
  fallback: languageWithWords.optional().meta({
    description: "The language of whatever is not translated; absent: a missing word is an error.",
  }),
  providers: providers.meta({ description: "The providers it uses, in the order of the page." }),
  columns: filledList(z.enum(columns).register(schemaFacts, { ids: "columns" }))
    .optional()
    .meta({ description: "The columns of the tables, in order; absent: the usual five." }),
  titles: mapping({
    categories: titles(categories).meta({ description: "Of the tables, by category." }),
    columns: titles(columns).meta({
      description: "Of the columns, short enough for a label, too.",
    }),
  })
    .optional()
    .meta({ description: "Headings of its own: one text, or one for each language." }),
  preferences: z
    .union([
      addressesOrFragments,
      mapping({ banner: openableBanner.meta({ description: "The site's consent banner." }) }),
    ])
    .optional()
    .meta({
      description:
        "Where a visitor changes or withdraws the choice: an address, the #id of an element of the site's pages, or the banner to open.",
    }),
  objection: addresses.optional().meta({ description: "Where a visitor objects." }),
  outputs: filledList(z.enum(outputs))
    .optional()
    .meta({ description: "Absent: page and fragment." }),
  brand: mapping({
    light: colour.meta({ description: "On the light page." }),
    dark: colour.meta({ description: "On the dark page." }),
  })
    .optional()
    .meta({ description: "The accent; contrast with the page is at least 4.5:1." }),
  updated: date.optional().meta({ description: "When the policy was last changed." }),
};

/** `data/sites/<id>.yaml`: one site and the providers it uses. */
export const siteFileSchema = mapping(shape);

/** A site that others extend: it may lack what they say themselves. */
export const parentFileSchema = siteFileSchema.partial();

/** A site after `extends`: its providers are a list. */
export const siteSchema = mapping({ ...shape, providers: picks }).superRefine(
  ({ outputs: written, privacyPolicy }, context) => {
    if (!written?.includes("orejime") || privacyPolicy !== undefined) return;
    context.addIssue({
      code: "custom",
      path: ["outputs"],
      params: { rule: "missing-key" },
      message: 'missing key "privacyPolicy", expected it, since "orejime" must link the policy',
    });
  },
);

export type Site = z.output<typeof siteSchema>;
export type SiteProvider = z.output<typeof pick>;

/** The addresses among the ways to choose; none where a banner is opened. */
export const addressesOfPreferences = (preferences: Site["preferences"]): ByLanguage | undefined =>
  typeof preferences === "object" && "banner" in preferences ? undefined : preferences;
