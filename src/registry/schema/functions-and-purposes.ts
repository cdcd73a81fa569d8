import { z } from "zod";
import { categories, exemptions, googleConsentTypes } from "../../vocabulary/vocabulary.ts";
import { id } from "./scalars.ts";
import { list, mapping } from "./shapes.ts";

/** `data/functions.yaml`: what a cookie does, and the criterion that a necessary cookie of that function may claim. */
export const functionsSchema = z.record(id, mapping({ exemption: z.enum(exemptions).optional() }));

/** `data/purposes.yaml`: why a cookie is set, its category, and its name in each consent standard. */
export const purposesSchema = z.record(
  id,
  mapping({
    category: z.enum(categories).exclude(["unclassified"]),
    tcf: list(z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))
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
