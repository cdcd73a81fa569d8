import thirdPartyWeb from "third-party-web/nostats-subset.js";
import type { Entry } from "../../registry/entry.ts";
import { partyOf, registrableDomain } from "../../vocabulary/party.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import type { UndeclaredCookie } from "../compare.ts";

/** A site of which something undeclared was seen; it need not be in a registry yet. */
export interface AuditedSite {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** Who seems to have set a cookie. */
export interface LikelyProvider {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** Why it is thought to be so, a clause. */
  readonly ground: string;
}

/** A text as an id; one that has no Latin letter becomes `provider`. */
export function idOf(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  if (words === "") return "provider";
  return /^[a-z]/.test(words) ? words : `provider-${words}`;
}

function hostIn(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return host === "" ? undefined : host;
}

/** The host of the script or response that set it, else the one that it belongs to. */
function settingHost({ observations }: UndeclaredCookie): string | undefined {
  const urls = observations.flatMap(({ setter }) => (setter ? [setter.url] : []));
  const hosts = [...urls.map(hostIn), ...observations.map(({ host }) => host)];
  return hosts.find((host) => host !== undefined);
}

/** The providers by their domains; where several have one, the project's own goes before the package's. */
function providersByDomain({ providers, project }: Registry): ReadonlyMap<string, Entry<Provider>> {
  const all = providers.all();
  const owns = (entry: Entry<Provider>) => project.owns(entry.layers[0].file);
  const order = [...all.filter(owns), ...all.filter((entry) => !owns(entry))].toReversed();
  return new Map(
    order.flatMap((entry) => (entry.value.domains ?? []).map((domain) => [domain, entry] as const)),
  );
}

/** The longest end of a host that is a key. */
function findByHost<T>(map: ReadonlyMap<string, T>, host: string): T | undefined {
  for (let from = 0; ; from = host.indexOf(".", from) + 1) {
    const found = map.get(host.slice(from));
    if (found !== undefined) return found;
    if (!host.includes(".", from)) return undefined;
  }
}

/**
 * Finds who seems to have set a cookie by the host that set it, never by the cookie's name, which is nobody's alone: a
 * provider of the registry with that domain, the site itself, an entity of third-party-web, else the domain as such.
 */
export function createAttribution(
  registry: Registry,
  site: AuditedSite,
): (cookie: UndeclaredCookie) => LikelyProvider {
  const byDomain = providersByDomain(registry);
  const judged = new Map<string, LikelyProvider>();
  const own = (ground: string): LikelyProvider => ({ ...site, domains: [], ground });

  function judge(host: string): LikelyProvider {
    const known = findByHost(byDomain, host);
    if (known) {
      const { id, value } = known;
      const ground = `${host} is a host of the provider "${id}"`;
      return { id, name: value.name, domains: value.domains ?? [], ground };
    }
    if (partyOf(host, site.url) === "first") return own(`${host} is a host of the site itself`);
    const domain = registrableDomain(host);
    const entity =
      thirdPartyWeb.getEntity(`https://${host}`) ??
      thirdPartyWeb.getEntity(`https://www.${domain}`);
    if (!entity) {
      const ground = `nothing is known of ${host} but its name`;
      return { id: idOf(domain), name: domain, domains: [domain], ground };
    }
    const ground = `third-party-web knows ${host} as ${entity.name}`;
    return { id: idOf(entity.name), name: entity.name, domains: [domain], ground };
  }

  return (cookie) => {
    const host = settingHost(cookie);
    if (host === undefined) return own("the evidence does not say who set it");
    const suspect = judged.get(host) ?? judge(host);
    judged.set(host, suspect);
    return suspect;
  };
}
