import { type Party, registrableDomain } from "../registry/party.ts";

/** Whose a host is, seen from a site. */
export interface JudgedHost {
  /** Its registrable domain. */
  readonly domain: string;
  readonly party: Party;
}

/** Judges the hosts of a visit to a site, each once. */
export function judgeHosts(siteUrl: string): (host: string) => JudgedHost {
  const own = registrableDomain(new URL(siteUrl).hostname);
  const known = new Map<string, JudgedHost>();
  return (host) => {
    let judged = known.get(host);
    if (!judged) {
      const domain = registrableDomain(host);
      judged = { domain, party: domain === own ? "first" : "third" };
      known.set(host, judged);
    }
    return judged;
  };
}
