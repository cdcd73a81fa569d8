import * as z from "zod";
import { categories, exemptions } from "../../vocabulary/vocabulary.ts";
import { googleConsentTypes, tcfPurposes } from "../consent-signals.ts";
import { id } from "./scalars.ts";
import { list, mapping, schemaFacts } from "./shapes.ts";

/** `data/functions.yaml`: what a cookie does, and the criterion that a necessary cookie of that function may claim. */
export const functionsSchema = z.record(
  id,
  mapping({
    exemption: z.enum(exemptions).register(schemaFacts, { ids: "exemptions" }).optional().meta({
      description: "The criterion that a necessary cookie of this function may claim.",
    }),
  }),
);

/** `data/purposes.yaml`: why a cookie is set, its category, and its name in each consent standard. */
export const purposesSchema = z.record(
  id,
  mapping({
    category: z
      .enum(categories)
      .exclude(["unclassified"])
      .register(schemaFacts, { ids: "categories" })
      .meta({ description: "What a cookie of this purpose is, unless it has a worse one." }),
    tcf: list(z.literal(tcfPurposes).register(schemaFacts, { ids: "tcf" }))
      .optional()
      .meta({
        description: "Purposes of the IAB Transparency and Consent Framework, version 2.2.",
      }),
    google: list(z.enum(googleConsentTypes)).optional().meta({
      description: "Consent types of Google's consent mode, version 2.",
    }),
  }),
);

export type Functions = z.output<typeof functionsSchema>;
export type Purposes = z.output<typeof purposesSchema>;
