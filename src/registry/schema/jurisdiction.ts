import * as z from "zod";
import {
  areas,
  asked,
  contacts,
  duties,
  exemptionConditions,
  rights,
} from "../../vocabulary/law.ts";
import { documentDate, secureUrl, source, sourceSchema } from "./jurisdiction-source.ts";
import { period } from "./lengths.ts";
import { country, date, id, idBeyond, idFrom, jurisdictionId, languageTag } from "./scalars.ts";
import { filledList, list, mapping, schemaFacts } from "./shapes.ts";

const law = z.enum(asked).register(schemaFacts, { ids: "asked" });

const consentOf = (category: string) =>
  mapping({ asks: law.meta({ description: "The least that it accepts." }), source }).meta({
    description: `For what is of the category "${category}".`,
  });

const countryList = filledList(country).meta({ description: "Codes of countries." });

const atLeast = period.optional().meta({ description: "The shortest that is allowed." });
const atMost = period.optional().meta({ description: "The longest that is allowed." });

const exemptionSchema = mapping({
  asks: z
    .enum(asked)
    .exclude(["opt-in"])
    .register(schemaFacts, { ids: "asked" })
    .meta({ description: "What is left to do where the conditions hold." }),
  conditions: filledList(z.enum(exemptionConditions)).optional().meta({
    description: "On which it hangs.",
  }),
  recommended: filledList(z.enum(exemptionConditions)).optional().meta({
    description: "What an authority advises, but does not make a condition.",
  }),
  source,
});

const complaintSchema = mapping({
  to: z.enum(["controller", "authority"]).meta({ description: "Whom to turn to." }),
  authority: idBeyond("authorities").optional().meta({
    description: "An id of terms.yaml. Absent: there are several; the site names its own.",
  }),
  anywhere: z.literal(true).optional().meta({
    description: "The authority of the person's residence, place of work, or of the breach.",
  }),
  url: secureUrl.optional().meta({ description: "Of the authority, or of its form." }),
  how: z.enum(["complaint", "report"]).optional().meta({
    description: 'Absent means "complaint"; a report the authority need not decide.',
  }),
  acknowledgedWithin: period.optional().meta({ description: "Receipt must be confirmed so soon." }),
  source,
});

const limitSchema = mapping({
  atLeast,
  atMost,
  renewable: z.boolean().optional().meta({ description: "false: no visit may prolong it." }),
  source,
});

const shape = {
  extends: jurisdictionId.optional().meta({
    description: "Another jurisdiction: scalars and lists replace, mappings merge.",
  }),
  readUpTo: documentDate.meta({ description: "The date of the newest source that was read." }),
  inForce: date.optional().meta({ description: "Where the law does not bind yet: when it will." }),
  countries: list(country).optional().meta({
    description: "Codes of the place itself; none where it is part of a country.",
  }),
  languages: filledList(languageTag).meta({
    description: "In which its law and authorities have official names; the first stands for all.",
  }),
  laws: filledList(
    mapping({ id: idBeyond("laws").meta({ description: "An id of terms.yaml." }), source }),
    (value) => (value as { id: unknown }).id,
  ).meta({
    description: "Ids of terms.yaml. The first gives the rights; the page names it.",
  }),
  consent: mapping({
    necessary: consentOf("necessary"),
    preferences: consentOf("preferences"),
    statistics: consentOf("statistics"),
    marketing: consentOf("marketing"),
  }).meta({
    description: "The least that the law accepts for each category.",
  }),
  exemptions: z.record(idFrom("exemptions"), exemptionSchema).optional().meta({
    description: "By exemption of terms.yaml: where less is asked than for the category.",
  }),
  rights: z.partialRecord(z.enum(rights), source).optional().meta({
    description: "Those that the page lists.",
  }),
  answer: mapping({
    within: period.meta({ description: "The time for an answer." }),
    extendedBy: period.optional().meta({ description: "By how much it may grow." }),
    source,
  })
    .optional()
    .meta({ description: "When an answer is due." }),
  complaints: list(complaintSchema, JSON.stringify).optional().meta({
    description: "In the order in which a person goes to them.",
  }),
  contacts: z
    .partialRecord(
      z.enum(contacts),
      mapping({
        needed: z
          .enum(["always", "if-any", "if-abroad"])
          .meta({ description: "When the page must name one." }),
        source,
      }),
    )
    .optional()
    .meta({ description: "Whom the page must name." }),
  transfers: mapping({
    area: z.enum(areas).meta({ description: "What data leaves." }),
    inside: list(country).optional().meta({ description: "A transfer to these leaves nothing." }),
    source,
  })
    .optional()
    .meta({ description: "What counts as a transfer abroad." }),
  safeguards: z
    .record(idBeyond("safeguards"), mapping({ countries: countryList.optional(), source }))
    .optional()
    .meta({ description: "Those that the law knows, by id of terms.yaml." }),
  adequate: list(
    mapping({
      countries: countryList,
      scope: z
        .enum(["commercial-organisations", "private-sector", "listed-organisations"])
        .optional()
        .meta({ description: "Absent: the whole country." }),
      source,
    }),
    JSON.stringify,
  )
    .optional()
    .meta({ description: "Countries whose protection the law accepts." }),
  limits: mapping({
    consentRecord: limitSchema.optional().meta({ description: "Of the record of a choice." }),
    exemptStatistics: limitSchema.optional().meta({
      description: "Of cookies for statistics that need no consent.",
    }),
    exemptStatisticsData: limitSchema.optional().meta({
      description: "Of the data that they collect.",
    }),
  })
    .optional()
    .meta({ description: "Lengths of time that the law limits." }),
  pageLanguages: mapping({
    anyOf: filledList(languageTag).meta({ description: "Any of these will do." }),
    source,
  })
    .optional()
    .meta({
      description: "One of these the page must be in.",
    }),
  duties: z.partialRecord(z.enum(duties), source).optional().meta({
    description: "What the page, or a notice to which it leads, has to say or to do.",
  }),
  notCovered: list(id).optional().meta({
    description: "Topics, in plain English, of which nothing is said here.",
  }),
  sources: z.record(id, sourceSchema).meta({ description: "What was read, by a key of its own." }),
};

/** `data/jurisdictions/<id>.yaml`: what the law of a place asks; facts, in no language. */
export const jurisdictionFileSchema = mapping(shape).partial({
  countries: true,
  languages: true,
  laws: true,
  consent: true,
  sources: true,
});

/** Every source cited in the value, with the place of the citation. */
function sourcesIn(value: unknown, path: readonly PropertyKey[]): [string, PropertyKey[]][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, PropertyKey[]][] => {
    const at = [...path, key];
    const isCited = key === "source" || path[0] === "rights" || path[0] === "duties";
    if (!isCited) return sourcesIn(inner, at);
    return [inner].flat().map((name) => [String(name), at]);
  });
}

/** A jurisdiction after `extends`: it is whole, and every source that it cites is there. */
export const jurisdictionSchema = mapping(shape).superRefine((pack, context) => {
  for (const [name, path] of sourcesIn({ ...pack, sources: {} }, []))
    if (!Object.hasOwn(pack.sources, name))
      context.addIssue({
        code: "custom",
        path,
        params: { rule: "unknown-source" },
        message: `unknown source "${name}", expected a key of "sources"`,
      });
});

export type Jurisdiction = z.output<typeof jurisdictionSchema>;
