import type { SeenRequest } from "../../observation/requests.ts";
import type { Catalogue } from "./catalogue.ts";

/** What a visit asked for, by provider. */
export interface AskedHosts {
  /** Whether the evidence tells of requests at all. */
  readonly isKnown: boolean;
  /** The first host of a provider that the visit asked something. */
  readonly of: (provider: string) => string | undefined;
  /** Whether an address that was asked names a provider, as a folder or as a file. */
  readonly names: (provider: string) => boolean;
}

/** The folders and the parts of the name of the file in an address. */
export const partsOfAddress = (url: string): string[] => url.toLowerCase().split(/[/.@]/);

/** Finds the providers of whose hosts a visit asked something. */
export function findAskedHosts(
  { ofHost }: Catalogue,
  requests: readonly SeenRequest[] | undefined,
): AskedHosts {
  const hosts = new Set(requests?.map(({ url }) => new URL(url).hostname));
  const asked = new Map(
    [...hosts].flatMap((host) => ofHost(host).map(({ id }) => [id, host] as const)).toReversed(),
  );
  const parts = new Set(requests?.flatMap(({ url }) => partsOfAddress(new URL(url).pathname)));
  return {
    isKnown: requests !== undefined,
    of: (provider) => asked.get(provider),
    names: (provider) => parts.has(provider),
  };
}
