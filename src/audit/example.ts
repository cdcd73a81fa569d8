import type { Observation } from "../observation/observation.ts";
import type { Example } from "../rules/rule.ts";

/** The provider of an example, with one cookie of these further keys. */
export const declare = (name: string, ...keys: readonly string[]): Example => ({
  "data/providers/example.yaml": `name: Example
recipients: []
cookies:
  - name: "${name}"
${keys.map((key) => `    ${key}\n`).join("")}`,
});

const seconds = 86_400;

/** A length in days, as it was asked for. */
export const days = (count: number) =>
  ({ kind: "length", seconds: count * seconds, capped: false }) as const;

/** An observation of an example: a session cookie of the site's own, unless it says otherwise. */
export const see = (name: string, more: Partial<Observation> = {}): Observation => ({
  name,
  storage: "cookie",
  host: "example.example",
  lifetime: { kind: "session" },
  ...more,
});
