import { readDocument } from "./read-document.ts";

/** A version of a program in a registry, and where that says which one is the newest. */
interface PinnedVersion {
  readonly program: string;
  readonly version: string;
  /** Of npm the one that npm itself is set to, which it tells its scripts; unknown elsewhere. */
  readonly registry: string | undefined;
  readonly newestIn: (answer: unknown) => unknown;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** The version that the address of a source names, where a registry tells the newest. */
export function pinnedVersion(url: string): PinnedVersion | undefined {
  const npm = /^https:\/\/www\.npmjs\.com\/package\/((?:@[^/]+\/)?[^/@]+)\/v\/([^/?#]+)/.exec(url);
  const npmRegistry = process.env["npm_config_registry"];
  if (npm)
    return {
      program: `npm ${npm[1]}`,
      version: npm[2]!,
      registry:
        npmRegistry && `${npmRegistry.replace(/\/$/, "")}/${npm[1]!.replace("/", "%2f")}/latest`,
      newestIn: (answer) => field(answer, "version"),
    };
  const debian = /^https:\/\/sources\.debian\.org\/src\/([^/]+)\/([^/?#]+)/.exec(url);
  if (debian)
    return {
      program: `debian ${debian[1]}`,
      version: debian[2]!,
      registry: `https://sources.debian.org/api/src/${debian[1]}/`,
      newestIn: (answer) =>
        field((field(answer, "versions") as unknown[] | undefined)?.[0], "version"),
    };
  return undefined;
}

/** Where the text of a source can be read as it is today: of a file in a repository, not in the version that was read. */
export function addressOfToday(url: string): string {
  const file = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\/[^/]+\/([^#]+)/.exec(url);
  return file ? `https://raw.githubusercontent.com/${file[1]}/HEAD/${file[2]}` : url;
}

/** The newest version that a registry knows; `undefined` where it does not tell. */
export async function newestVersion({
  registry,
  newestIn,
}: PinnedVersion): Promise<string | undefined> {
  if (registry === undefined) return undefined;
  const reading = await readDocument(registry);
  if (reading.kind !== "read") return undefined;
  try {
    const newest = newestIn(JSON.parse(reading.text));
    return typeof newest === "string" ? newest : undefined;
  } catch {
    return undefined;
  }
}
