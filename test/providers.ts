import type { Entry } from "../src/registry/entry.ts";
import type { Providers } from "../src/registry/providers/load-providers.ts";
import type { Provider } from "../src/registry/schema/provider.ts";

/** Providers that are all there, by id. */
export const providersOf = (entries: ReadonlyMap<string, Entry<Provider>>): Providers => ({
  get: (id) => entries.get(id),
  has: (id) => entries.has(id),
  ids: new Set(entries.keys()),
  read: () => [...entries.values()],
  all: () => [...entries.values()],
});
