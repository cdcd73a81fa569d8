import type { Observation } from "../observation/observation.ts";
import type { Party } from "../registry/party.ts";
import type { Storage } from "../registry/schema/vocabulary.ts";
import type { JudgedHost } from "./hosts.ts";

/** Something that no provider of a site declares, in all its observations. */
export interface UndeclaredCookie {
  readonly name: string;
  readonly storage: Storage;
  readonly party: Party;
  /** Whom it belongs to, where it is a third party's: its host, or the registrable domain of several hosts. */
  readonly domain?: string;
  readonly observations: readonly [Observation, ...Observation[]];
}

/** Gathers observations of the same name and storage that the same owner keeps, in the order of the first. */
export function groupUndeclared(
  observations: readonly Observation[],
  judge: (host: string) => JudgedHost,
): UndeclaredCookie[] {
  const groups = new Map<string, [Observation, ...Observation[]]>();
  for (const observation of observations) {
    const { name, storage, host } = observation;
    const owner = host === undefined ? undefined : judge(host);
    const key = JSON.stringify([name, storage, owner?.party === "third" ? owner.domain : ""]);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups.values()].map((group) => {
    const [{ name, storage, host }] = group;
    const owner = host === undefined ? undefined : judge(host);
    const domain = group.every((one) => one.host === host) ? host : owner?.domain;
    const isThird = owner?.party === "third" && domain !== undefined;
    return {
      name,
      storage,
      party: owner?.party ?? "first",
      ...(isThird ? { domain } : {}),
      observations: group,
    };
  });
}
