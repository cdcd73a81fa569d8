import * as z from "zod";
import { suspiciousIn } from "../../source/characters.ts";
import { tcfPurposes } from "../consent-signals.ts";
import { filledList, list, mapping, schemaFacts } from "../schema/shapes.ts";
import { refined, text } from "../schema/scalars.ts";

const pattern = String.raw`^(\*|(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)+)$`;

const domain = refined(
  "bad-domain",
  (value) => new RegExp(pattern).test(value),
  "bad domain",
  'one such as "*", "vendor.example" or "*.vendor.example"',
  { pattern },
);

const facts = {
  maxAgeSeconds: z.int().min(0).optional().meta({
    description: "How long the cookie stays, in seconds; 0 for a session.",
  }),
  cookieRefresh: z.boolean().optional().meta({
    description: "true: the vendor starts the length anew.",
  }),
  domain: domain.optional().meta({ description: "Where it is kept, if in one place." }),
  domains: filledList(domain).optional().meta({
    description: 'Where it is kept: "*" is any site, "*.vendor.example" what is below a domain.',
  }),
  purposes: list(z.literal(tcfPurposes).register(schemaFacts, { ids: "tcf" })).meta({
    description: "Purposes of the framework; 1 where consent is asked.",
  }),
  specialPurposes: list(z.int().min(1).max(3)).optional().meta({
    description: "Special purposes of the framework.",
  }),
  description: text.optional().meta({ description: "What the vendor says of it." }),
  optOut: z.boolean().optional().meta({ description: "true: it serves to object." }),
};

/** What a vendor of the IAB's Transparency and Consent Framework discloses of something it keeps, in the framework's terms. */
export const disclosureSchema = mapping(facts);

const used = { use: text.optional().meta({ description: "What for." }) };

/** What such a vendor discloses beside its cookies and web storage. */
export const vendorDisclosureSchema = mapping({
  domains: list(
    mapping({ domain: domain.meta({ description: "One of its domains." }), ...used }),
    JSON.stringify,
  ).meta({ description: "The domains that it uses." }),
  sdks: list(
    mapping({ name: text.meta({ description: "The name of a package." }), ...used }),
    JSON.stringify,
  )
    .optional()
    .meta({ description: "What it puts into apps." }),
  apps: list(
    mapping({ identifier: text.meta({ description: "Its name." }), ...facts }),
    JSON.stringify,
  )
    .optional()
    .meta({ description: "What it keeps in apps, which no browser has." }),
});

export type Disclosure = z.output<typeof disclosureSchema>;
export type VendorDisclosure = z.output<typeof vendorDisclosureSchema>;

/** A value as far as a registry can hold it, and the keys at which it is not as the framework has it. */
interface Checked<Value> {
  readonly value?: Value;
  readonly misfit?: string;
}

const holdsSuspicious = (told: unknown): boolean =>
  typeof told === "string"
    ? suspiciousIn(told).length > 0
    : typeof told === "object" && told !== null && Object.values(told).some(holdsSuspicious);

function check<Schema extends z.ZodObject>(
  schema: Schema,
  told: unknown,
): Checked<z.output<Schema>> {
  if (holdsSuspicious(told)) return { misfit: "invisible character" };
  const { data, error } = schema.safeParse(told);
  const [issue] = error?.issues ?? [];
  if (!issue) return { value: data as z.output<Schema> };
  const misfit = [...issue.path, ...("keys" in issue ? issue.keys : [])].join(".");
  // Keys that the framework does not know leave the others what they are.
  const rest = schema.strip().safeParse(told);
  return { misfit, ...(rest.success ? { value: rest.data as z.output<Schema> } : {}) };
}

export const checkDisclosure = (told: unknown): Checked<Disclosure> =>
  check(disclosureSchema, told);

export const checkVendorDisclosure = (told: unknown): Checked<VendorDisclosure> =>
  check(vendorDisclosureSchema, told);
