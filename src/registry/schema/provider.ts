import * as z from "zod";
import { asked, roles } from "../../vocabulary/law.ts";
import {
  categories,
  exemptions,
  factGroups,
  factSources,
  providerKinds,
  storages,
} from "../../vocabulary/vocabulary.ts";
import { disclosureSchema, vendorDisclosureSchema } from "../providers/disclosure.ts";
import { duration, retention } from "./lengths.ts";
import {
  addresses,
  cookieName,
  country,
  date,
  host,
  id,
  idFrom,
  jurisdictionId,
  languageTag,
  text,
  url,
} from "./scalars.ts";
import { filledList, list, mapping, schemaFacts, unsplit } from "./shapes.ts";

const name = text.meta({}).register(schemaFacts, { ids: "providers", isOpen: true });

const recipients = unsplit(list(name), "name").meta({
  description:
    "Who else gets the data: ids of providers, or names. [] = nobody; absent = not stated.",
});

const purposes = list(idFrom("purposes")).meta({ description: "Why: ids of purposes.yaml." });

const category = z.enum(categories).register(schemaFacts, { ids: "categories" });

const source = z.union([
  url,
  mapping({
    url: url.meta({ description: "Where it stands." }),
    read: date.meta({ description: "The day on which it was read." }),
    kind: z.enum(factSources).meta({ description: "What it is." }),
    copy: z.literal("stored").optional().meta({
      description: "Read in a copy of unknown age; absent: as published on that day.",
    }),
    dated: date.optional().meta({ description: "The day that the document itself states." }),
    facts: list(z.enum(factGroups)).optional().meta({
      description: "Which facts it was read for; absent: all.",
    }),
    at: text.optional().meta({
      description: "Where in it, such as a path and a line; of what was measured: the evidence.",
    }),
  }),
]);

const sources = list(source, JSON.stringify).meta({
  description: "Where these facts were read.",
});

const cookieShape = {
  storage: z.enum(storages).register(schemaFacts, { ids: "storage" }).optional().meta({
    description: 'Where the browser keeps it; absent means "cookie".',
  }),
  partitioned: z.boolean().optional().meta({
    description: "true: kept apart for each site that embeds the provider (CHIPS).",
  }),
  httpOnly: z.boolean().optional().meta({ description: "true: no script can read it." }),
  feature: id.optional().meta({
    description: "It exists only on sites that use this feature of the provider.",
  }),
  function: idFrom("functions")
    .optional()
    .meta({ description: "What it does: an id of functions.yaml." }),
  purposes: purposes.optional(),
  description: z.record(languageTag, text).optional().meta({
    description: "A sentence of your own about it, in each language of its pages.",
  }),
  category: category.optional().meta({
    description: "Only to override the most intrusive category of its purposes.",
  }),
  exemption: z.enum(exemptions).register(schemaFacts, { ids: "exemptions" }).optional().meta({
    description: "The criterion under which no consent is asked.",
  }),
  consent: z.enum(asked).register(schemaFacts, { ids: "asked" }).optional().meta({
    description: "How it is asked for, where that differs from its category.",
  }),
  locations: list(idFrom("locations")).optional().meta({
    description: "The parts of the site where it is set.",
  }),
  duration: duration.optional().meta({ description: "How long it stays." }),
  selfRenewing: z.boolean().optional().meta({
    description: "true: every visit starts the duration anew.",
  }),
  domain: host.optional().meta({ description: "Absent: set on the visited site's own host." }),
  condition: idFrom("conditions").optional().meta({ description: "When it is set at all." }),
  dataRetention: retention.optional().meta({ description: "How long what it collects is kept." }),
  recipients: recipients.optional(),
  claims: category.optional().meta({
    description: "What the provider itself calls it, where that is another category than ours.",
  }),
  disclosed: filledList(disclosureSchema, JSON.stringify).optional().meta({
    description: "What its vendor discloses of it in the IAB's framework, once or more.",
  }),
  sources: sources.optional(),
};

const cookieSchema = mapping({
  name: cookieName.meta({
    description: "A literal name, or a pattern: * stands for any run of characters.",
  }),
  ...cookieShape,
});

/** What a site may change of a provider's cookie: everything but its name. */
export const overrideSchema = mapping(cookieShape);

const establishedIn = country.meta({ description: "Where it is established." });

const shape = {
  id: id.optional().meta({ description: "The name of the file; need not be written." }),
  extends: idFrom("parentProviders").optional().meta({
    description: "Another provider: scalars and lists replace, mappings merge; not its cookies.",
  }),
  abstract: z.boolean().optional().meta({ description: "true: only a parent of others." }),
  name: text.meta({ description: "As the public knows it." }),
  kind: z.enum(providerKinds).optional().meta({ description: "What it is for." }),
  operator: z.literal("site").optional().meta({
    description: "Software that the site runs itself. Absent: the provider runs it.",
  }),
  role: z.enum(roles).register(schemaFacts, { ids: "roles" }).optional().meta({
    description: "In what capacity it uses the data.",
  }),
  entity: text.optional().meta({ description: "Legal name." }),
  country: establishedIn.optional(),
  entities: z
    .record(
      jurisdictionId,
      mapping({
        name: text.meta({ description: "Legal name." }),
        country: establishedIn.optional(),
      }),
    )
    .optional()
    .meta({ description: "By jurisdiction, where another company is responsible there." }),
  privacyPolicy: addresses.optional().meta({
    description: "Its privacy policy: one address, or one for each language.",
  }),
  optOut: addresses.optional().meta({ description: "Where to object to what it does." }),
  subprocessors: addresses.optional().meta({ description: "Its own list of who gets the data." }),
  domains: list(host).optional().meta({ description: "Its hosts." }),
  tcf: z.int().positive().optional().meta({
    description: "Its id in the IAB's Transparency and Consent Framework.",
  }),
  disclosed: vendorDisclosureSchema.optional().meta({
    description: "What it discloses itself in that framework; its cookies say the rest.",
  }),
  purposes: purposes.optional().meta({ description: "Of a provider that sets nothing." }),
  recipients: recipients.optional(),
  transfers: list(
    mapping({
      country: country.meta({ description: "Where the data goes." }),
      safeguard: idFrom("safeguards").optional().meta({ description: "What protects it there." }),
    }),
    JSON.stringify,
  )
    .optional()
    .meta({ description: "The countries that data goes to." }),
  dataRetention: retention.optional().meta({ description: "How long what it collects is kept." }),
  until: date.optional().meta({ description: "The day on which the service ended." }),
  reviewed: date.optional().meta({ description: "When these facts were last checked." }),
  sources: sources.optional(),
  formerly: list(id).optional().meta({ description: "Earlier ids, which stay reachable." }),
  remove: list(cookieName).optional().meta({
    description: "Of a project's file over the package's: names of cookies that it drops.",
  }),
  cookies: z.array(cookieSchema).meta({ description: "[] = it sets nothing." }),
};

/** `data/providers/<id>.yaml`: one service provider and the cookies it sets; facts, in no language. */
export const providerSchema = mapping(shape);

/** A provider's file before `extends`: it may lack what its parent says. */
export const providerFileSchema = providerSchema.partial({ name: true, cookies: true });

export type Provider = z.output<typeof providerSchema>;
export type Cookie = z.output<typeof cookieSchema>;
