import type { Origin } from "./sources.ts";
import { type Hash, hashOf, keyOf } from "../output/hash.ts";
import type { Layout } from "../output/layout.ts";
import {
  type FileRecord,
  type Manifest,
  openManifest,
  type SiteRecord,
} from "../output/manifest.ts";
import type { Filling } from "../output/publish.ts";
import type { Press } from "../papers/pdf.ts";
import type { SizeOf } from "../render/output-file.ts";
import { createStage } from "../output/stage.ts";

/** A file of a site that is to stand in the next output. */
export interface WantedFile {
  readonly name: string;
  readonly languageIndexes: readonly number[];
  readonly wordsHash: Hash;
  /** The file of the last output at its place, if that is intact. */
  readonly last?: FileRecord;
  /** Makes its bytes; absent where those of the last output are right. */
  readonly render?: (sizeOf?: SizeOf) => Uint8Array;
  /** The same of a paper, until `printPapers`. */
  readonly print?: (press: Press) => Promise<Uint8Array>;
  /** It is made in its time and not at once. */
  readonly isPaper?: true;
}

/** What becomes of a site in the next output; or a file that belongs to no site. */
export type Decision<File = WantedFile> =
  /** Every file is right and intact, or the site is not built now and stays as it is. */
  | { readonly kind: "reuse" | "keep"; readonly siteId: string }
  /** Some files may have changed. */
  | {
      readonly kind: "write";
      readonly siteId: string;
      readonly origin: Origin;
      readonly files: readonly File[];
    }
  | { readonly kind: "add"; readonly path: string; readonly render: () => Uint8Array };

/** Files of no site stand at the root. */
const pathIn = (siteId: string, name: string): string =>
  siteId === "" ? name : `${siteId}/${name}`;

/** Puts one site after another into a stage, and into its manifest. */
export interface SiteWriter {
  readonly put: (decision: Decision) => void;
  /** Ends with what was put; `removed` counts files of the last output that are in the next no more. */
  readonly close: () => Filling;
}

/**
 * Until something differs from the last output nothing is put into the stage; where nothing does, nothing ever is.
 * A file that was made anew and has the same bytes is carried over, so that it keeps its modification time.
 */
export function createSiteWriter(
  layout: Layout,
  last: Manifest | undefined,
  signal?: AbortSignal,
): SiteWriter {
  const stage = createStage(layout, signal);
  const seen = new Set<string>();
  const same: string[] = [];
  let manifest: ReturnType<typeof openManifest> | undefined;
  let removed = 0;

  const recordOf = (siteId: string): SiteRecord | undefined => last?.find(keyOf(siteId));

  function add({ files, ...origin }: SiteRecord, siteId: string): void {
    const isInFolder = siteId !== "" && files.length > 0;
    manifest!.add({ ...origin, folder: isInFolder ? stage.timeOf(siteId) : undefined, files });
  }

  function repeatNow(siteId: string): void {
    const record = recordOf(siteId)!;
    for (const { name } of record.files) stage.reuse(pathIn(siteId, name));
    add(record, siteId);
  }

  /** From here on the next output differs. */
  function begin(): void {
    if (manifest) return;
    manifest = openManifest(layout.stage);
    for (const siteId of same.splice(0)) repeatNow(siteId);
  }

  function place(path: string, file: WantedFile): FileRecord {
    const { name, languageIndexes, wordsHash, last: before, render } = file;
    if (!render) {
      stage.reuse(path);
      return before!;
    }
    const bytes = render();
    const content = hashOf(bytes);
    const isSame = before?.content === content;
    if (isSame) stage.reuse(path);
    const modified = isSame ? before.modified : stage.write(path, bytes);
    return { name, languageIndexes, wordsHash, bytes: bytes.length, modified, content };
  }

  function reuse(siteId: string): void {
    if (manifest) repeatNow(siteId);
    else same.push(siteId);
  }

  function keep(siteId: string): void {
    const record = recordOf(siteId);
    begin();
    stage.keep(siteId);
    if (record) add(record, siteId);
  }

  function write(siteId: string, origin: Origin, files: readonly WantedFile[]): void {
    begin();
    const placed = files.map((file) => place(pathIn(siteId, file.name), file));
    add({ ...origin, files: placed }, siteId);
    const names = new Set(files.map(({ name }) => name));
    removed += recordOf(siteId)?.files.filter(({ name }) => !names.has(name)).length ?? 0;
  }

  return {
    put(decision) {
      if (decision.kind === "add") {
        begin();
        stage.write(decision.path, decision.render());
        return;
      }
      const { siteId } = decision;
      seen.add(keyOf(siteId));
      if (decision.kind === "write") write(siteId, decision.origin, decision.files);
      else if (decision.kind === "keep") keep(siteId);
      else reuse(siteId);
    },
    close() {
      for (const site of last?.sites ?? [])
        if (!seen.has(site)) {
          begin();
          removed += last!.find(site)!.files.length;
        }
      if (!manifest && !last) begin();
      const published = manifest
        ? stage.published()
        : { written: 0, bytes: 0, unchanged: countFiles(same, recordOf) };
      return { ...published, removed, isSame: !manifest, seal: manifest?.close() ?? "" };
    },
  };
}

const countFiles = (
  siteIds: readonly string[],
  recordOf: (siteId: string) => SiteRecord | undefined,
): number => siteIds.reduce((sum, siteId) => sum + recordOf(siteId)!.files.length, 0);
