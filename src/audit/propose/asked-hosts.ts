import type { SeenRequest } from "../../observation/requests.ts";
import type { Catalogue } from "./catalogue.ts";

/** What a visit asked for, by provider. */
export interface AskedHosts {
  /** Whether the evidence tells of requests at all. */
  readonly isKnown: boolean;
  /** The first host of a provider that the visit asked something. */
  readonly of: (provider: string) => string | undefined;
}

/** Finds the providers of whose hosts a visit asked something. */
export function findAskedHosts(
  { ofHost }: Catalogue,
  requests: readonly SeenRequest[] | undefined,
): AskedHosts {
  const hosts = new Set(requests?.map(({ url }) => new URL(url).hostname));
  const asked = new Map(
    [...hosts].flatMap((host) => ofHost(host).map(({ id }) => [id, host] as const)).toReversed(),
  );
  return { isKnown: requests !== undefined, of: (provider) => asked.get(provider) };
}
