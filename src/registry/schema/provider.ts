import { z } from "zod";
import { asked } from "../../vocabulary/law.ts";
import {
  categories,
  exemptions,
  factGroups,
  factSources,
  providerKinds,
  roles,
  storages,
} from "../../vocabulary/vocabulary.ts";
import { duration, retention } from "./lengths.ts";
import {
  addresses,
  cookieName,
  country,
  date,
  host,
  id,
  jurisdictionId,
  text,
  url,
} from "./scalars.ts";
import { list, mapping, unsplit } from "./shapes.ts";

const recipients = unsplit(list(text), "name").meta({
  description:
    "Who else gets the data: ids of providers, or names. [] = nobody; absent = not stated.",
});

const purposes = list(id).meta({ description: "Why: ids of purposes.yaml." });

const source = z.union([
  url,
  mapping({
    url,
    read: date.meta({ description: "The day on which it was read." }),
    kind: z.enum(factSources),
    copy: z.literal("stored").optional().meta({
      description: "Read in a copy of unknown age; absent: as published on that day.",
    }),
    dated: date.optional().meta({ description: "The day that the document itself states." }),
    facts: list(z.enum(factGroups)).optional().meta({
      description: "Which facts it was read for; absent: all.",
    }),
    at: text.optional().meta({ description: "Where in it, such as a path and a line." }),
  }),
]);

const sources = list(source, JSON.stringify);

const cookieShape = {
  storage: z.enum(storages).optional().meta({ description: 'Absent means "cookie".' }),
  partitioned: z.boolean().optional().meta({
    description: "true: kept apart for each site that embeds the provider (CHIPS).",
  }),
  httpOnly: z.boolean().optional().meta({ description: "true: no script can read it." }),
  feature: id.optional().meta({
    description: "It exists only on sites that use this feature of the provider.",
  }),
  function: id.optional().meta({ description: "What it does: an id of functions.yaml." }),
  purposes: purposes.optional(),
  category: z.enum(categories).optional().meta({
    description: "Only to override the most intrusive category of its purposes.",
  }),
  exemption: z.enum(exemptions).optional().meta({
    description: "The criterion under which no consent is asked.",
  }),
  consent: z.enum(asked).optional().meta({
    description: "How it is asked for, where that differs from its category.",
  }),
  locations: list(id).optional(),
  duration: duration.optional(),
  selfRenewing: z.boolean().optional().meta({
    description: "true: every visit starts the duration anew.",
  }),
  domain: host.optional().meta({ description: "Absent: set on the visited site's own host." }),
  condition: id.optional(),
  dataRetention: retention.optional().meta({ description: "How long what it collects is kept." }),
  recipients: recipients.optional(),
  claims: z.enum(categories).optional().meta({
    description: "What the provider itself calls it, where that is another category than ours.",
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

const shape = {
  id: id.optional().meta({ description: "The name of the file; need not be written." }),
  extends: id.optional().meta({
    description: "Another provider: scalars and lists replace, mappings merge; not its cookies.",
  }),
  abstract: z.boolean().optional().meta({ description: "true: only a parent of others." }),
  name: text.meta({ description: "As the public knows it." }),
  kind: z.enum(providerKinds).optional().meta({ description: "What it is for." }),
  operator: z.literal("site").optional().meta({
    description: "Software that the site runs itself. Absent: the provider runs it.",
  }),
  role: z.enum(roles).optional().meta({ description: "In what capacity it uses the data." }),
  entity: text.optional().meta({ description: "Legal name." }),
  country: country.optional(),
  entities: z
    .record(jurisdictionId, mapping({ name: text, country: country.optional() }))
    .optional()
    .meta({ description: "By jurisdiction, where another company is responsible there." }),
  privacyPolicy: addresses.optional(),
  optOut: addresses.optional(),
  subprocessors: addresses.optional().meta({ description: "Its own list of who gets the data." }),
  domains: list(host).optional(),
  tcf: z.int().positive().optional().meta({
    description: "Its id in the IAB's Transparency and Consent Framework.",
  }),
  purposes: purposes.optional().meta({ description: "Of a provider that sets nothing." }),
  recipients: recipients.optional(),
  transfers: list(mapping({ country, safeguard: id.optional() }), JSON.stringify).optional(),
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
