import * as z from "zod";
import { reportFormats } from "../../vocabulary/vocabulary.ts";
import { text } from "../schema/scalars.ts";
import { mapping, schemaFacts } from "../schema/shapes.ts";

const whole = (least: number, most: number, example: string) =>
  z
    .number()
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      params: { rule: "unknown-value" },
      error: (issue) => `unknown value ${JSON.stringify(issue.input)}, expected ${example}`,
    })
    .meta({ type: "integer", minimum: least, maximum: most });

const ofReports = {
  format: z.enum(reportFormats).optional().meta({ description: "As --format." }),
  quiet: z.boolean().optional().meta({ description: "As --quiet: errors alone." }),
  strict: z.boolean().optional().meta({ description: "As --strict: warnings fail, too." }),
  maxWarnings: whole(0, 999_999_999, "a number, 0 or more")
    .optional()
    .meta({ description: "As --max-warnings: more fail the run." }),
};

/** What `cookie-ledger.yaml` says: how severe rules are in a project, and flags that its commands have by default. */
export const settingsSchema = mapping({
  severities: z
    .record(
      z.string().register(schemaFacts, { ids: "rules" }),
      z.enum(["error", "warning", "note", "off"]),
    )
    .optional()
    .meta({ description: "How severe rules are here, by id." }),
  build: mapping({
    output: text.optional().meta({ description: "Where the pages go, as seen from the project." }),
    strict: z.boolean().optional().meta({ description: "As --strict." }),
  })
    .optional()
    .meta({ description: "Flags of build." }),
  dev: mapping({
    port: whole(1, 65_535, "a number from 1 to 65535")
      .optional()
      .meta({ description: "As --port." }),
  })
    .optional()
    .meta({ description: "Flags of dev." }),
  lint: mapping(ofReports).optional().meta({ description: "Flags of lint." }),
  audit: mapping(ofReports).optional().meta({ description: "Flags of audit." }),
});

export type Settings = z.infer<typeof settingsSchema>;
