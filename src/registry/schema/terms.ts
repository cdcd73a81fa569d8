import * as z from "zod";
import { units } from "../../vocabulary/duration.ts";
import { areas, asked, contacts, rights, legalBases, roles } from "../../vocabulary/law.ts";
import {
  categories,
  columns,
  exemptions,
  retentionCriteria,
  storages,
} from "../../vocabulary/vocabulary.ts";
import { country, id, jurisdictionId, languageTag, text } from "./scalars.ts";
import {
  bannerTexts,
  durationPlaceholders,
  labels,
  patternPlaceholders,
  sentences,
} from "./term-keys.ts";
import { list, mapping } from "./shapes.ts";

const each = <K extends string>(keys: readonly K[]) =>
  mapping(Object.fromEntries(keys.map((key) => [key, text])) as Record<K, typeof text>);

/** A number, its last digits, or its plural category in CLDR. */
const numberForms = z.record(z.string().regex(/^(\*?\d+|zero|one|two|few|many|other)$/), text);

const datePattern = text.refine(
  (value) => ["{day}", "{month}", "{year}"].every((gap) => value.includes(gap)),
  {
    params: { rule: "missing-placeholder" },
    error: (issue) =>
      `date ${JSON.stringify(issue.input)}, expected the placeholders "{day}", "{month}" and "{year}"`,
  },
);

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T & string)[];

/** `content/<language>/terms.yaml`: every word of the page that is not prose. */
export const termsSchema = mapping({
  author: text.meta({ description: "Who wrote these words." }),
  review: z.enum(["done", "pending"]).meta({
    description: "`pending` until a native reviewer has read this file and policy.md.",
  }),
  locale: languageTag.optional().meta({
    description: "Whose dates and numbers to use where the language alone is ambiguous: en-GB.",
  }),
  title: text.meta({ description: "The title of the page." }),
  columns: each(columns).meta({ description: "The headings of the tables." }),
  shortColumns: each(columns).meta({
    description: "The same in a word, which stands before each value on a narrow screen.",
  }),
  categories: mapping(
    Object.fromEntries(
      categories.map((key) => [
        key,
        mapping({ name: text, description: text }).meta({ description: `The category "${key}".` }),
      ]),
    ) as Record<
      (typeof categories)[number],
      z.ZodObject<{ name: typeof text; description: typeof text }>
    >,
  ).meta({ description: "Of each its name, and what stands above its table." }),
  functions: z
    .record(id, text)
    .meta({ description: "What a cookie does, by id of functions.yaml." }),
  purposes: z.record(id, text).meta({ description: "Why it is set, by id of purposes.yaml." }),
  locations: z
    .record(id, text)
    .meta({ description: "Parts of a site, in lower case, since they stand in brackets." }),
  locationSets: z.record(z.string(), text).optional().meta({
    description:
      "A shorter text for several locations; the key is their ids in alphabetical order.",
  }),
  conditions: z
    .record(id, text)
    .meta({ description: "The remark under the name of a cookie that is not always set." }),
  storage: each(storages).meta({ description: "Where the browser keeps it." }),
  exemptions: each(exemptions).meta({
    description: "The criteria under which no consent is asked.",
  }),
  safeguards: z.record(id, text).meta({ description: "What protects data that goes abroad." }),
  transferAreas: each(areas).meta({ description: "Headings of a provider's transfers." }),
  laws: z.record(id, text).meta({
    description:
      "Official names; those in other languages than the law's only where there are any.",
  }),
  jurisdictions: z.record(jurisdictionId, text).meta({
    description: "Places that are no countries.",
  }),
  authorities: z.record(id, text).optional().meta({
    description: "Official names, as of laws.",
  }),
  rights: each(rights).meta({ description: "Each ends the sentence `sentences.rights`." }),
  consent: mapping({
    declared: each([...asked, "activated"]).meta({ description: "What the site says it does." }),
    law: each(asked).meta({ description: "What the law asks." }),
    cookie: each(asked).meta({ description: "A remark at one cookie." }),
  }).meta({ description: "How consent is asked for." }),
  sale: each(["sold", "notSold", "shared", "notShared"]).meta({
    description: "Whether data is sold, or shared for advertising.",
  }),
  legalBases: each(legalBases).meta({ description: "Why data may be used at all." }),
  roles: each(roles).meta({ description: "In what capacity a provider uses the data." }),
  contacts: each(contacts.filter((contact) => contact !== "controller")).meta({
    description: "Whom a page names, by the title that the law gives them.",
  }),
  retentionCriteria: each(retentionCriteria).meta({
    description: "What ends the keeping of data.",
  }),
  sentences: each(sentences).meta({ description: "Whole sentences around rights and complaints." }),
  labels: each(labels).meta({ description: "The small texts around the tables." }),
  banner: each(bannerTexts).meta({
    description: "The texts of a consent banner that is made from the registry.",
  }),
  durations: each(keysOf(durationPlaceholders)).meta({
    description: "How long a cookie stays; the gaps in braces must stay.",
  }),
  patterns: each(keysOf(patternPlaceholders)).meta({
    description: "Sentences with gaps in braces, which must stay.",
  }),
  units: z.partialRecord(z.enum(units), numberForms).optional().meta({
    description:
      "Lengths of time with {count}, by plural category of CLDR, by number (4) or by last digits (*4); only where Intl has no such words.",
  }),
  dates: mapping({
    pattern: datePattern.optional().meta({ description: "With {day}, {month} and {year}." }),
    day: numberForms.optional().meta({ description: "By number or by last digits." }),
    year: numberForms.optional().meta({ description: "By number or by last digits." }),
  })
    .optional()
    .meta({
      description:
        "Days and years of dates as of lengths of time, and their order; only where Intl has not what the language asks.",
    }),
  list: text.optional().meta({
    description: 'How an item follows others, with {list} and {item}; "{list}, {item}" without it.',
  }),
  countries: z.record(country, text).optional().meta({
    description:
      "Names of countries by their codes; only where Intl has none, another, or another in other versions of Node.",
  }),
});

export type Terms = z.output<typeof termsSchema>;

const phrase = text.refine((value) => value === value.toLowerCase(), {
  params: { rule: "bad-phrase" },
  error: (issue) => `phrase ${JSON.stringify(issue.input)} has capitals, expected lower case`,
});

/** A claim that is not so. A sentence makes it that holds one of `of` and one of `says`, and none of `unless`. */
const claimSchema = mapping({
  of: list(phrase).meta({ description: "What is spoken of." }),
  says: list(phrase).meta({ description: "What is said of it." }),
  links: list(phrase)
    .optional()
    .meta({ description: "How a sentence begins that says it of what the one before speaks of." }),
  unless: list(phrase).optional().meta({ description: "What turns the sense round." }),
});

export type Claim = z.output<typeof claimSchema>;

/**
 * `content/<language>/vague.yaml`: words by which a page says nothing, or what is not so, as pages really use them. `…`
 * stands for some words of the same sentence, at the end of a word for any ending.
 */
export const vagueSchema = mapping({
  purposes: list(phrase).meta({ description: "That say nothing of a purpose." }),
  recipients: list(phrase).meta({ description: "That say nothing of who gets the data." }),
  recipientWords: list(phrase)
    .optional()
    .meta({ description: "Words of which alone no name is made." }),
  impliedConsent: claimSchema
    .optional()
    .meta({ description: "That a visit, or going on with it, is consent." }),
  anonymousNoConsent: claimSchema
    .optional()
    .meta({ description: "That what is anonymous needs no consent." }),
  nobodyElse: claimSchema.optional().meta({ description: "That nobody else gets the data." }),
});

export type Vague = z.output<typeof vagueSchema>;
