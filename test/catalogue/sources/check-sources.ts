import type { Provider } from "../../../src/registry/schema/provider.ts";
import { yearsBefore } from "../../../src/vocabulary/duration.ts";
import { sourcesOf } from "../sources-of.ts";
import { addressOfToday, newestVersion, pinnedVersion } from "./code-versions.ts";
import { changedNames, type Fingerprint, fingerprint } from "./fingerprint.ts";
import { type Reading, readDocument } from "./read-document.ts";

/** The fingerprints of sources when they were last read by a person with this tool, by address. */
export type Fingerprints = Readonly<Record<string, Fingerprint>>;

type Source = Exclude<NonNullable<Provider["sources"]>[number], string>;

/** A document on which providers rest, with the names for which it was read. */
export interface CitedSource {
  readonly url: string;
  readonly providers: readonly string[];
  readonly names: readonly string[];
}

/** What is found of a source, for a maintainer. */
export interface SourceFinding {
  readonly url: string;
  readonly providers: readonly string[];
  readonly state: "same" | "changed" | "gone" | "unreachable" | "not yet hashed";
  /** Which names, which version, or why. */
  readonly detail: string;
  /** As it is now. */
  readonly fingerprint?: Fingerprint;
}

interface NamedProvider {
  readonly id: string;
  readonly value: Pick<Provider, "cookies" | "sources" | "reviewed">;
}

const isAboutCookies = (source: Source | { url: string }): boolean =>
  !("facts" in source) ||
  source.facts === undefined ||
  source.facts.some((fact) => fact === "names" || fact === "durations" || fact === "lifetime");

/** Whether there is nothing to read: what was measured is no document, but of a version that may have a newer one. */
const isUnreadable = (source: Source | { url: string }): boolean =>
  "kind" in source && source.kind === "measured" && pinnedVersion(source.url) === undefined;

/** The documents and versions on which providers rest, each once. */
export function citedSources(providers: readonly NamedProvider[]): CitedSource[] {
  const cited = new Map<string, { providers: Set<string>; names: Set<string> }>();
  const cite = (
    id: string,
    names: readonly string[],
    value: Pick<Provider, "cookies" | "sources">,
  ) => {
    for (const source of sourcesOf(value)) {
      if (isUnreadable(source)) continue;
      const known = cited.get(source.url) ?? { providers: new Set(), names: new Set() };
      cited.set(source.url, known);
      known.providers.add(id);
      if (isAboutCookies(source)) for (const name of names) known.names.add(name);
    }
  };
  for (const { id, value } of providers) {
    cite(
      id,
      value.cookies.map(({ name }) => name),
      { ...value, cookies: [] },
    );
    for (const cookie of value.cookies) cite(id, [cookie.name], { cookies: [cookie] });
  }
  return [...cited].map(([url, { providers: ids, names }]) => ({
    url,
    providers: [...ids],
    names: [...names],
  }));
}

function judge(
  { names }: CitedSource,
  reading: Reading,
  before: Fingerprint | undefined,
): Pick<SourceFinding, "state" | "detail" | "fingerprint"> {
  if (reading.kind === "gone") return { state: "gone", detail: "" };
  if (reading.kind === "unreachable") return { state: "unreachable", detail: reading.why };
  const now = fingerprint(reading.text, names);
  const absent = names.filter((name) => now[name] === null);
  const detail = absent.length > 0 ? `does not name ${absent.join(", ")}` : "";
  if (!before) return { state: "not yet hashed", detail, fingerprint: now };
  const changed = changedNames(before, now);
  if (changed.length === 0) return { state: "same", detail: "", fingerprint: now };
  return { state: "changed", detail: `around ${changed.join(", ")}`, fingerprint: now };
}

/** Reads a source once more and holds it against what it was. */
export async function checkSource(
  source: CitedSource,
  fingerprints: Fingerprints,
): Promise<SourceFinding> {
  const { url, providers } = source;
  const pinned = pinnedVersion(url);
  if (pinned) {
    const newest = await newestVersion(pinned);
    const { program, version } = pinned;
    const common = { url, providers };
    if (newest === undefined)
      return { ...common, state: "unreachable", detail: `nothing tells the newest ${program}` };
    return newest === version
      ? { ...common, state: "same", detail: "" }
      : { ...common, state: "changed", detail: `${program} ${version} is now ${newest}` };
  }
  const reading = await readDocument(addressOfToday(url));
  return { url, providers, ...judge(source, reading, fingerprints[url]) };
}

/** A provider whose facts a person has to read again, and why. */
export interface DueProvider {
  readonly id: string;
  readonly why: string;
}

/** Providers of which a source was read more than a year ago, or only in a copy of unknown age. */
export const dueProviders = (providers: readonly NamedProvider[], today: string): DueProvider[] =>
  providers.flatMap(({ id, value }) => {
    const sources = sourcesOf(value);
    const read = sources.map((source) => ("read" in source ? source.read : value.reviewed));
    const [oldest] = read.filter((day) => day !== undefined).toSorted();
    if (oldest !== undefined && oldest < yearsBefore(today, 1))
      return [{ id, why: `last read on ${oldest}` }];
    const isCopy = sources.some((source) => "copy" in source && source.copy === "stored");
    return isCopy ? [{ id, why: "read in a stored copy" }] : [];
  });
