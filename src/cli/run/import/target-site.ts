import { basename } from "node:path";
import type { Project } from "../../../registry/project.ts";
import { listFiles } from "../../../registry/project.ts";
import type { Registry } from "../../../registry/registry.ts";
import { id as idSchema, url as urlSchema } from "../../../registry/schema/scalars.ts";
import type { TargetSite } from "../../../lists/draft/plan-import.ts";
import type { CookieList } from "../../../lists/read-list.ts";
import { idOf } from "../../../vocabulary/id.ts";
import { partyOf, registrableDomain } from "../../../vocabulary/party.ts";
import { meantLanguage } from "../../../vocabulary/synonyms.ts";
import type { ImportOptions } from "../../commands/catalogue/import.ts";
import { UsageError } from "../../context.ts";

/** The address of the site: as the command line says it, else a list. */
function addressOf({ url }: ImportOptions, lists: readonly CookieList[]): string | undefined {
  if (url !== undefined && !urlSchema.safeParse(url).success)
    throw new UsageError(`bad URL "${url}", expected one such as "https://www.example.org"`);
  const said = url ?? lists.map((list) => list.url).find((one) => one !== undefined);
  return said !== undefined && urlSchema.safeParse(said).success ? new URL(said).origin : undefined;
}

/** The one domain of everything that lists call first-party. */
function domainOfFirstParty(lists: readonly CookieList[]): string | undefined {
  const own = lists
    .flatMap(({ cookies }) => cookies)
    .filter(({ party }) => party === "first")
    .flatMap(({ hosts }) => hosts.map(registrableDomain));
  const [domain, ...others] = new Set(own);
  return others.length === 0 ? domain : undefined;
}

/** The language of a list among those that have words. */
function languageOf(project: Project, lists: readonly CookieList[]): string | undefined {
  const known = [...listFiles(project, "content").files.keys()];
  const said = lists.map(({ language }) => language).find((one) => one !== undefined);
  if (said === undefined) return undefined;
  return [said, meantLanguage(said, known), said.split(/[-_]/)[0]?.toLowerCase()].find(
    (tag) => tag !== undefined && known.includes(tag),
  );
}

const existing = (registry: Registry, id: string): TargetSite => {
  const { value } = registry.sites.get(id)!;
  const { name, url, domains } = value;
  return { id, name: typeof name === "string" ? name : id, hosts: { url, domains } };
};

/** The site that lists are of: the one asked for, that of the address, the only one of the project, or a new one. */
export function findTargetSite(
  registry: Registry,
  options: ImportOptions,
  lists: readonly CookieList[],
  files: readonly string[],
): TargetSite {
  const { site } = options;
  if (site !== undefined && !idSchema.safeParse(site).success)
    throw new UsageError(`bad site "${site}", expected lower-case letters, digits and hyphens`);
  if (site !== undefined && registry.sites.has(site)) return existing(registry, site);
  const said = addressOf(options, lists);
  const ids = [...registry.sites.keys()];
  if (site === undefined) {
    const host = said === undefined ? undefined : new URL(said).hostname;
    const ofHost = ids.filter(
      (id) => host !== undefined && partyOf(host, registry.sites.get(id)!.value) === "first",
    );
    const [only] = said === undefined ? ids : ofHost;
    if (only !== undefined && (said === undefined ? ids : ofHost).length === 1)
      return existing(registry, only);
    if (said === undefined && ids.length > 1)
      throw new UsageError(
        `no site, expected one after --site: ${ids.map((id) => `"${id}"`).join(", ")}\n(or the address of a new one after --url)`,
      );
  }
  const domain = said === undefined ? domainOfFirstParty(lists) : undefined;
  const url = said ?? (domain === undefined ? undefined : `https://${domain}`);
  const host = url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, "");
  const id = site ?? idOf(host ?? basename(files[0] ?? "").replace(/\.\w+$/, ""));
  const language = languageOf(registry.project, lists);
  const siteName = lists.map((list) => list.siteName).find((one) => one !== undefined);
  const name = siteName ?? host ?? id;
  return {
    id,
    name,
    hosts: url === undefined ? undefined : { url },
    begun: {
      name,
      url,
      isDeduced: domain !== undefined,
      languages: [language ?? "en"],
      saysLanguage: language !== undefined,
    },
  };
}
