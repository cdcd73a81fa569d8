import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { attempt, codeOf } from "../../files/system-error.ts";
import { manifestName, readSeal } from "./folder.ts";

/** A file of a site in the last output. */
export interface FileRecord {
  /** Its path below the site's folder. */
  readonly name: string;
  /** The words that it shows: places in the record's `languagesRead`. */
  readonly languageIndexes: readonly number[];
  /** Fingerprint of those words. */
  readonly wordsHash: string;
  readonly bytes: number;
  /** When it was modified, in milliseconds. */
  readonly modified: number;
  /** Fingerprint of its bytes. */
  readonly content: string;
}

/** A language of a site, with the one that fills its gaps. */
export interface SpokenLanguage {
  readonly tag: string;
  readonly fallback?: string;
}

/** What a site was made from, and what of it. Sites and providers go by a hash of their ids: an output may be public. */
export interface SiteRecord {
  readonly site: string;
  /** Fingerprint of all that it was made from, but the words. */
  readonly sourceHash: string;
  /** The sites that it extends, the nearest first. */
  readonly parents: readonly string[];
  /** The providers that it shows. */
  readonly providers: readonly string[];
  readonly languagesRead: readonly SpokenLanguage[];
  /** When something was last put into the site's folder or taken out of it, in milliseconds; absent where it has none. */
  readonly folder?: number | undefined;
  readonly files: readonly FileRecord[];
}

/** What each file of an output was made from. */
export interface Manifest {
  readonly sites: ReadonlySet<string>;
  readonly find: (site: string) => SiteRecord | undefined;
}

const format = "cookie-ledger manifest 3";
const keyLength = 22;
const keyPattern = /^\{"site":"(?<key>[\w-]{22})"/;

/** A line a site, which is parsed when it is asked for. */
function readLines(text: string): Manifest | undefined {
  const lines = text.split("\n");
  if (lines[0] !== format || lines.at(-1) !== "") return undefined;
  const bySite = new Map<string, string>();
  for (const line of lines.slice(1, -1)) {
    const key = keyPattern.exec(line.slice(0, keyLength + 12))?.groups?.["key"];
    if (key === undefined) return undefined;
    bySite.set(key, line);
  }
  return {
    sites: new Set(bySite.keys()),
    find(site) {
      const line = bySite.get(site);
      return line === undefined ? undefined : (JSON.parse(line) as SiteRecord);
    },
  };
}

/** The manifest of an output, if it is whole and of this output: its marker holds the manifest's hash. */
export function readManifest(output: string): Manifest | undefined {
  try {
    const seal = readSeal(output);
    if (seal === undefined) return undefined;
    const bytes = readFileSync(join(output, manifestName));
    if (createHash("sha256").update(bytes).digest("hex") !== seal) return undefined;
    return readLines(bytes.toString("utf8"));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

/** Writes a manifest site by site; `close` returns its hash, for the marker. */
export function openManifest(folder: string): {
  add: (record: SiteRecord) => void;
  close: () => string;
} {
  const path = join(folder, manifestName);
  const writing = `write "${path}"`;
  const hash = createHash("sha256");
  const file = attempt(writing, () => openSync(path, "wx"));
  let pending = `${format}\n`;
  const flush = () => {
    const bytes = Buffer.from(pending);
    hash.update(bytes);
    attempt(writing, () => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    });
    pending = "";
  };
  return {
    add(record) {
      pending += `${JSON.stringify(record)}\n`;
      if (pending.length > 1 << 16) flush();
    },
    close() {
      flush();
      closeSync(file);
      return hash.digest("hex");
    },
  };
}
