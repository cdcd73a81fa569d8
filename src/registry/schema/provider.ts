import { z } from "zod";
import { categories, exemptions, storages } from "../../vocabulary/vocabulary.ts";
import {
  addresses,
  cookieName,
  country,
  date,
  duration,
  host,
  id,
  period,
  text,
  url,
} from "./scalars.ts";
import { list, mapping } from "./shapes.ts";

const recipients = list(text).meta({
  description: "Who else gets the data: ids of providers, or names. [] = nobody; absent = unknown.",
});

const cookieShape = {
  storage: z.enum(storages).optional().meta({ description: 'Absent means "cookie".' }),
  function: id.optional().meta({ description: "What it does: an id of functions.yaml." }),
  purposes: list(id).optional().meta({ description: "Why it is set: ids of purposes.yaml." }),
  category: z.enum(categories).optional().meta({
    description: "Only to override the most intrusive category of its purposes.",
  }),
  exemption: z.enum(exemptions).optional().meta({
    description: "The criterion under which no consent is asked.",
  }),
  locations: list(id).optional(),
  duration: duration.optional(),
  selfRenewing: z.boolean().optional().meta({
    description: "true: every visit starts the duration anew.",
  }),
  domain: host.optional().meta({ description: "Absent: set on the visited site's own host." }),
  condition: id.optional(),
  dataRetention: period.optional().meta({ description: "How long what it collects is kept." }),
  recipients: recipients.optional(),
  sources: list(url).optional(),
};

const cookieSchema = mapping({
  name: cookieName.meta({
    description: "A literal name, or a pattern: * stands for any run of characters.",
  }),
  ...cookieShape,
});

/** What a site may change of a provider's cookie: everything but its name. */
export const overrideSchema = mapping(cookieShape);

/** `data/providers/<id>.yaml`: one service provider and the cookies it sets; facts, in no language. */
export const providerSchema = mapping({
  id: id.optional().meta({ description: "The name of the file; need not be written." }),
  name: text.meta({ description: "As the public knows it." }),
  entity: text.optional().meta({ description: "Legal name." }),
  country: country.optional(),
  privacyPolicy: addresses.optional(),
  optOut: addresses.optional(),
  domains: list(host).optional(),
  recipients: recipients.optional(),
  transfers: list(mapping({ country, safeguard: id.optional() }), JSON.stringify).optional(),
  reviewed: date.optional().meta({ description: "When these facts were last checked." }),
  sources: list(url).optional(),
  formerly: list(id).optional().meta({ description: "Earlier ids, which stay reachable." }),
  cookies: z.array(cookieSchema),
});

export type Provider = z.output<typeof providerSchema>;
export type Cookie = z.output<typeof cookieSchema>;
