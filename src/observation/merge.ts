import { domainsOf } from "./cookie-owner.ts";
import { compareLifetimes } from "./lifetime.ts";
import { sortDiagnostics } from "../diagnostic.ts";
import type { Evidence, Observation } from "./observation.ts";
import { mergeRequests } from "./requests.ts";

/** No two different things have the same: neither host nor the first words hold a space, and the path's end is told. */
const keyOf = ({ storage, phase, name, host, path = "", partitioned }: Observation): string =>
  `${storage} ${phase} ${partitioned === true} ${host} ${path.length} ${path}${name}`;

function outweighs(a: Observation, b: Observation): boolean {
  const kept = Number(a.blocked === undefined) - Number(b.blocked === undefined);
  return kept > 0 || (kept === 0 && compareLifetimes(a.lifetime, b.lifetime) > 0);
}

const withSetterOf = (observation: Observation, { setter }: Observation): Observation =>
  setter && !observation.setter ? { ...observation, setter } : observation;

/**
 * Each thing once for each phase, in the order in which it was first seen. Of several observations of it the one stands
 * that a browser kept and that stays longest, the first of equals; who set it is taken from another where it does not say.
 */
export function mergeObservations(observations: Iterable<Observation>): Observation[] {
  const merged = new Map<string, Observation>();
  for (const observation of observations) {
    const key = keyOf(observation);
    const earlier = merged.get(key);
    if (!earlier) merged.set(key, observation);
    else if (outweighs(observation, earlier)) merged.set(key, withSetterOf(observation, earlier));
    else if (!earlier.setter) merged.set(key, withSetterOf(earlier, observation));
  }
  return [...merged.values()];
}

/** Of such a thing nothing is known but that a request sent it. */
const isOnlySent = ({ setter, hostOnly, lifetime }: Observation): boolean =>
  setter === undefined && hostOnly === undefined && lifetime.kind === "unknown";

/** Leaves out what one body of evidence shows only as sent, where another shows it as kept for that host or one above. */
function dropSentTwins(observations: readonly Observation[]): Observation[] {
  const ownerKey = ({ storage, phase, name }: Observation, host: string) =>
    `${storage} ${phase} ${host} ${name}`;
  const kept = new Set(
    observations
      .filter((one) => !isOnlySent(one) && !one.blocked)
      .map((one) => ownerKey(one, one.host ?? "")),
  );
  return observations.filter(
    (one) =>
      !isOnlySent(one) || !domainsOf(one.host ?? "").some((host) => kept.has(ownerKey(one, host))),
  );
}

/** Several bodies of evidence as one: each thing once, every diagnostic sorted by place, every gap of any of them. */
export function mergeEvidence(all: readonly Evidence[]): Evidence {
  if (all.length === 1) return all[0]!;
  const crawled = all.find((one) => one.crawled)?.crawled;
  const asked = all.flatMap(({ requests }) => (requests ? [requests] : []));
  return {
    observations: dropSentTwins(mergeObservations(all.flatMap(({ observations }) => observations))),
    ...(asked.length > 0 ? { requests: mergeRequests(asked.flat()) } : {}),
    diagnostics: sortDiagnostics(all.flatMap(({ diagnostics }) => diagnostics)),
    incomplete: [...new Set(all.flatMap(({ incomplete }) => incomplete))],
    ...(crawled ? { crawled } : {}),
  };
}
