import { resolve } from "node:path";
import { domainsOf } from "../../../observation/cookie-owner.ts";
import { cookiesOf, type ProviderCookie } from "../../../registry/cookies.ts";
import type { Entry } from "../../../registry/entry.ts";
import { openRegistry } from "../../../registry/open.ts";
import { openProject } from "../../../registry/project.ts";
import { featuresOf } from "../../../registry/providers/providers.ts";
import type { BaseRegistry } from "../../../registry/registry.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import { align } from "../../../report/table.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import { writeDuration } from "../../../vocabulary/duration.ts";
import { matches } from "../../../vocabulary/name-pattern.ts";
import { providerKinds } from "../../../vocabulary/vocabulary.ts";
import type { ProvidersOptions } from "../../commands/providers.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../../context.ts";
import { pickProvider } from "../../project-folder.ts";

const durationOf = ({ cookie: { duration } }: ProviderCookie): string =>
  duration ? writeDuration(duration) : "";

function rowOfCookie(cookie: ProviderCookie): string[] {
  const { name, storage, category, cookie: stated } = cookie;
  const feature = stated.feature === undefined ? "" : `feature ${stated.feature}`;
  return [name, storage, category, durationOf(cookie), feature];
}

const urlsOf = (sources: Provider["sources"] = []): string[] =>
  sources.map((source) => (typeof source === "string" ? source : source.url));

/** What a person asks of a provider before naming it: who it is, what it sets, and where that was read. */
function showProvider(entry: Entry<Provider>, registry: BaseRegistry): string {
  const { id, value } = entry;
  const facts: [string, string | undefined][] = [
    ["id", id],
    ["name", value.name],
    ["kind", value.kind],
    ["run by", value.operator],
    ["entity", value.entity],
    ["country", value.country],
    ["domains", value.domains?.join(" ")],
    ["features", featuresOf(value).join(" ")],
    ["until", value.until],
    ["reviewed", value.reviewed],
    ...urlsOf(value.sources).map((url): [string, string] => ["source", url]),
  ];
  const stated = facts.flatMap(([key, text]) => (text ? [[key, text]] : []));
  const cookies = cookiesOf(entry, registry).map(rowOfCookie);
  return `${align(stated)}\n${cookies.length > 0 ? align(cookies) : "sets nothing\n"}`;
}

function checkKind(kind: string | undefined): void {
  if (kind === undefined || providerKinds.some((known) => known === kind)) return;
  throw new UsageError(`unknown kind "${kind}", ${expectedOneOf(kind, providerKinds)}`);
}

const isOfHost = ({ domains = [] }: Provider, host: string): boolean =>
  domainsOf(host.toLowerCase()).some((domain) => domains.includes(domain));

function rowsOf(
  entry: Entry<Provider>,
  { kind, host, cookie }: ProvidersOptions,
  registry: BaseRegistry,
): string[][] {
  const { id, value } = entry;
  if (value.abstract || (kind !== undefined && value.kind !== kind)) return [];
  if (host !== undefined && !isOfHost(value, host)) return [];
  const start = [id, value.kind ?? "", value.name];
  const cookies = cookiesOf(entry, registry);
  if (cookie === undefined) return [[...start, `${cookies.length}`]];
  return cookies
    .filter(({ name }) => matches(name, cookie))
    .map((found) => [...start, ...rowOfCookie(found)]);
}

/** Prints every provider that a site can name, those asked for, or one with all that is known of it. */
export function runProviders(
  id: string | undefined,
  options: ProvidersOptions,
  context: Context,
): ExitStatus {
  checkKind(options.kind);
  const project = openProject(resolve(context.folder, options.project), context.folder);
  const { registry } = openRegistry(project);
  if (id !== undefined) {
    context.out(showProvider(pickProvider(registry.providers, id), registry));
    return exitStatus.ok;
  }
  const rows = registry.providers.all().flatMap((entry) => rowsOf(entry, options, registry));
  if (rows.length === 0) {
    context.err("no provider is like that\n");
    return exitStatus.problems;
  }
  context.out(align(rows));
  return exitStatus.ok;
}
