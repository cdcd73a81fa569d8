import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { cookiesOf, type ProviderCookie } from "../../src/registry/cookies.ts";
import type { Entry } from "../../src/registry/entry.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { featuresOf } from "../../src/registry/providers/providers.ts";
import type { Registry } from "../../src/registry/registry.ts";
import type { Provider } from "../../src/registry/schema/provider.ts";
import { matches } from "../../src/vocabulary/name-pattern.ts";
import { writeProject } from "../project.ts";
import { checkout } from "../checkout.ts";

/** The providers that the package brings to everybody, by id. */
export const packaged: ReadonlyMap<string, Entry<Provider>> = new Map(
  checkout.registry.providers
    .all()
    .filter(({ id }) => !id.startsWith("example-"))
    .map((entry) => [entry.id, entry]),
);

export const usable = [...packaged.values()].filter(({ value }) => value.abstract !== true);

export const declaredBy = (entry: Entry<Provider>): readonly ProviderCookie[] =>
  cookiesOf(entry, checkout.registry);

export const siteUrl = "https://site.example";

/** The text of a site's file that names providers with all that they may set. */
export const siteText = (
  providers: readonly Entry<Provider>[],
  more: readonly string[],
  url = siteUrl,
): string =>
  [
    "name: Site",
    `url: ${url}`,
    ...more,
    "providers:",
    ...providers.flatMap(({ id, value }) => {
      const features = featuresOf(value);
      if (features.length === 0) return [`  - ${id}`];
      return [`  - id: ${id}`, `    features: [${features.join(", ")}]`];
    }),
    "",
  ].join("\n");

/** The checkout with other sites; `files` are those of a project that has nothing but them. */
export function withSites(files: Readonly<Record<string, string>>): Registry {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject(files)));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics.slice(0, 5), null, 2));
  return { ...checkout.registry, sites: registry.sites, languages: registry.languages };
}

/** Names that two providers may both set, and why that is so. */
interface KnownCollision {
  readonly names: readonly string[];
  readonly providers: readonly string[];
  readonly reason: string;
}

export const knownCollisions = load(
  readFileSync(join(import.meta.dirname, "collisions.yaml"), "utf8"),
) as readonly KnownCollision[];

export const hosts = load(
  readFileSync(join(import.meta.dirname, "hosts.yaml"), "utf8"),
) as Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Two providers whose names can be those of one thing that is kept. */
export interface Collision {
  readonly providers: readonly [string, string];
  readonly names: readonly [string, string];
}

const placeOf = ({ storage, cookie }: ProviderCookie) => `${storage} ${cookie.domain ?? ""}`;

/** All collisions among providers, each once. */
export function collisionsOf(entries: readonly Entry<Provider>[]): Collision[] {
  const declared = entries.flatMap((entry) =>
    declaredBy(entry).map((cookie) => ({ id: entry.id, name: cookie.name, at: placeOf(cookie) })),
  );
  return declared.flatMap((one, index) =>
    declared.slice(index + 1).flatMap((other): Collision[] => {
      if (one.id === other.id || one.at !== other.at) return [];
      if (!matches(one.name, other.name) && !matches(other.name, one.name)) return [];
      return [{ providers: [one.id, other.id], names: [one.name, other.name] }];
    }),
  );
}

/** Whether a list entry speaks of a collision. */
export const explains = ({ names, providers }: KnownCollision, collision: Collision): boolean =>
  collision.providers.every((id) => providers.includes(id)) &&
  collision.names.some((name) => names.includes(name));
