import { domainsOf } from "../../../observation/cookie-owner.ts";
import { cookiesOf, type ProviderCookie } from "../../../registry/cookies.ts";
import type { Entry } from "../../../registry/entry.ts";
import { openRegistry } from "../../../registry/open.ts";
import { openProject } from "../../../registry/project.ts";
import { featuresOf } from "../../../registry/providers/providers.ts";
import type { BaseRegistry } from "../../../registry/registry.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import { listJson } from "../../../report/json.ts";
import { align } from "../../../report/table.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import { writeDuration } from "../../../vocabulary/duration.ts";
import { matches } from "../../../vocabulary/name-pattern.ts";
import { providerKinds } from "../../../vocabulary/vocabulary.ts";
import type { ProvidersOptions } from "../../commands/catalogue/providers.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../../context.ts";
import { checkListing } from "../../listing.ts";
import { pickProvider, resolveProject } from "../../project-folder.ts";

/** A cookie of a provider, as far as one line tells. */
const describeCookie = ({ name, storage, category, cookie }: ProviderCookie) => ({
  name,
  storage,
  category,
  duration: cookie.duration ? writeDuration(cookie.duration) : "",
  feature: cookie.feature ?? "",
});

function rowOfCookie(cookie: ProviderCookie): string[] {
  const { name, storage, category, duration, feature } = describeCookie(cookie);
  return [name, storage, category, duration, feature === "" ? "" : `feature ${feature}`];
}

const urlsOf = (sources: Provider["sources"] = []): string[] =>
  sources.map((source) => (typeof source === "string" ? source : source.url));

/** What a person asks of a provider before naming it: who it is, what it sets, and where that was read. */
function describeProvider({ id, value }: Entry<Provider>) {
  return {
    id,
    name: value.name,
    kind: value.kind,
    operator: value.operator,
    entity: value.entity,
    country: value.country,
    domains: value.domains ?? [],
    features: featuresOf(value),
    until: value.until,
    reviewed: value.reviewed,
    sources: urlsOf(value.sources),
  };
}

function showProvider(entry: Entry<Provider>, registry: BaseRegistry): string {
  const { operator, domains, features, sources, until, reviewed, ...rest } =
    describeProvider(entry);
  const facts: [string, string | undefined][] = [
    ["id", rest.id],
    ["name", rest.name],
    ["kind", rest.kind],
    ["run by", operator],
    ["entity", rest.entity],
    ["country", rest.country],
    ["domains", domains.join(" ")],
    ["features", features.join(" ")],
    ["until", until],
    ["reviewed", reviewed],
    ...sources.map((url): [string, string] => ["source", url]),
  ];
  const stated = facts.flatMap(([key, text]) => (text ? [[key, text]] : []));
  const cookies = cookiesOf(entry, registry).map(rowOfCookie);
  return `${align(stated)}\n${cookies.length > 0 ? align(cookies) : "sets nothing\n"}`;
}

const providerJson = (entry: Entry<Provider>, registry: BaseRegistry): string => {
  const cookies = cookiesOf(entry, registry).map(describeCookie);
  return listJson({ provider: { ...describeProvider(entry), cookies } });
};

function checkKind(kind: string | undefined): void {
  if (kind === undefined || providerKinds.some((known) => known === kind)) return;
  throw new UsageError(`unknown kind "${kind}", ${expectedOneOf(kind, providerKinds)}`);
}

const isOfHost = ({ domains = [] }: Provider, host: string): boolean =>
  domainsOf(host.toLowerCase()).some((domain) => domains.includes(domain));

/** A provider that is asked for, and those of its cookies that are. */
interface Found {
  readonly entry: Entry<Provider>;
  readonly cookies: readonly ProviderCookie[];
}

function find(
  entry: Entry<Provider>,
  { kind, host, cookie }: ProvidersOptions,
  registry: BaseRegistry,
): Found[] {
  const { value } = entry;
  if (value.abstract || (kind !== undefined && value.kind !== kind)) return [];
  if (host !== undefined && !isOfHost(value, host)) return [];
  const all = cookiesOf(entry, registry);
  const cookies = cookie === undefined ? all : all.filter(({ name }) => matches(name, cookie));
  return cookie !== undefined && cookies.length === 0 ? [] : [{ entry, cookies }];
}

function rowsOf({ entry: { id, value }, cookies }: Found, isByCookie: boolean): string[][] {
  const start = [id, value.kind ?? "", value.name];
  return isByCookie
    ? cookies.map((cookie) => [...start, ...rowOfCookie(cookie)])
    : [[...start, `${cookies.length}`]];
}

const providersJson = (found: readonly Found[]): string =>
  listJson({
    providers: found.map(({ entry: { id, value }, cookies }) => ({
      id,
      kind: value.kind,
      name: value.name,
      cookies: cookies.map(describeCookie),
    })),
  });

/** Prints every provider that a site can name, those asked for, or one with all that is known of it. */
export function runProviders(
  id: string | undefined,
  options: ProvidersOptions,
  context: Context,
): ExitStatus {
  const isJson = checkListing(options) === "json";
  checkKind(options.kind);
  const project = openProject(resolveProject(options.project, context), context.folder);
  const { registry } = openRegistry(project);
  if (id !== undefined) {
    const show = isJson ? providerJson : showProvider;
    context.out(show(pickProvider(registry.providers, id), registry));
    return exitStatus.ok;
  }
  const found = registry.providers.all().flatMap((entry) => find(entry, options, registry));
  if (isJson) context.out(providersJson(found));
  else context.out(align(found.flatMap((one) => rowsOf(one, options.cookie !== undefined))));
  if (found.length > 0) return exitStatus.ok;
  context.err("no provider is like that\n");
  return exitStatus.problems;
}
