import { memoize, memoizeByText } from "../memo.ts";
import { domainsOf } from "../observation/cookie-owner.ts";
import type { Setter } from "../observation/observation.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import { parseUrl } from "../vocabulary/host.ts";

/** Every provider once, the project's own before the package's. */
export function providersInOrder({ providers, project }: Registry): Entry<Provider>[] {
  const all = providers.all();
  const owns = (entry: Entry<Provider>) => project.owns(entry.layers[0].file);
  return [...all.filter(owns), ...all.filter((entry) => !owns(entry))];
}

/** Finds the providers of a host: that of the domain next to it first, of one domain in the order of all. */
export const providersOfHost = memoize((registry: Registry) => {
  const byDomain = new Map<string, Entry<Provider>[]>();
  for (const entry of providersInOrder(registry))
    for (const domain of entry.value.domains ?? [])
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), entry]);
  return memoizeByText((host): readonly Entry<Provider>[] => [
    ...new Set(domainsOf(host).flatMap((domain) => byDomain.get(domain) ?? [])),
  ]);
});

/** The host of a setter; `undefined` where its address has none. */
export function hostOfSetter(setter: Setter | undefined): string | undefined {
  const host = setter && parseUrl(setter.url)?.hostname;
  return host === "" ? undefined : host;
}
