import type { Evidence, Lifetime, Observation, Setter } from "./observation.ts";

/** What the first key of a file of saved evidence says. */
export const savedFormat = "cookie-ledger-evidence";

/** Raised when a reader of an earlier version would misread the file. */
export const savedVersion = 1;

const saveLifetime = (lifetime: Lifetime): Lifetime =>
  lifetime.kind === "length"
    ? { kind: "length", seconds: lifetime.seconds, capped: lifetime.capped }
    : { kind: lifetime.kind };

const saveSetter = ({ kind, url, line, column }: Setter) => ({ kind, url, line, column });

/** Every field by name, so that nothing else that an object may carry, such as a value, reaches the file. */
const saveObservation = (observation: Observation) => ({
  name: observation.name,
  storage: observation.storage,
  host: observation.host,
  hostOnly: observation.hostOnly,
  path: observation.path,
  page: observation.page,
  alsoOn: observation.alsoOn,
  lifetime: saveLifetime(observation.lifetime),
  phase: observation.phase,
  setter: observation.setter && saveSetter(observation.setter),
  httpOnly: observation.httpOnly,
  secure: observation.secure,
  sameSite: observation.sameSite,
  partitioned: observation.partitioned,
  blocked: observation.blocked,
});

const writeLines = (items: readonly object[]): string =>
  items.length > 0 ? `\n${items.map((one) => `    ${JSON.stringify(one)}`).join(",\n")}\n  ` : "";

/** The text of a file that keeps evidence for a later audit, an observation a line; diagnostics are not kept. */
export function writeEvidence({ observations, requests, incomplete }: Evidence): string {
  const asked = requests?.map(({ url, failed }) => ({ url, failed }));
  return `{
  "format": "${savedFormat}",
  "version": ${savedVersion},
  "incomplete": ${JSON.stringify(incomplete)},
  "observations": [${writeLines(observations.map(saveObservation))}]${asked ? `,\n  "requests": [${writeLines(asked)}]` : ""}
}
`;
}
