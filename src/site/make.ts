import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import type { Claim, Written } from "../registry/claims.ts";
import type { Entry } from "../registry/entry.ts";
import type { OpenRegistry } from "../registry/open.ts";
import type { Site } from "../registry/schema/site.ts";
import { checkTexts } from "./check.ts";
import type { Filler, WantedFile } from "./filler.ts";
import { type Fingerprint } from "./fingerprint.ts";
import { intactFiles } from "./intact.ts";
import type { FileRecord, Manifest, SiteRecord } from "./output/manifest.ts";
import { createOrigins, keyOf, wordsKeysOf } from "./origin.ts";
import type { Workshop } from "./workshop.ts";

/** What sites are made with. */
export interface Making {
  readonly opened: OpenRegistry;
  /** Of all that every page depends on. */
  readonly house: Fingerprint;
  /** Asked for when the first page is to be rendered. */
  readonly workshop: () => Workshop;
  /** The last output and what it was made from, if that is known. */
  readonly output: string;
  readonly last: Manifest | undefined;
  /** Whether a site belongs to this output at all. */
  readonly isListed: (siteId: string) => boolean;
  /** Whether a site is to be built now; others stay as they are in the output. */
  readonly isWanted: (siteId: string) => boolean;
  /** Told after each site. */
  readonly onSite?: (sites: number, total: number) => void;
}

const nothing: ReadonlyMap<string, FileRecord> = new Map();

/**
 * Makes one site after another and keeps none. A site whose sources are those of the last time is not even parsed. Once
 * something is wrong no further page is rendered, but every site is still read, so that all that is wrong is returned.
 */
export function makeSites(
  { opened, house, workshop, output, last, isListed, isWanted, onSite }: Making,
  filler: Pick<Filler, "repeat" | "keep" | "put">,
): Diagnostic[] {
  const { claims, readSite, words, registry } = opened;
  const origins = createOrigins(opened, house);
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  const spoken = new Set<string>();
  let checkedTexts = 0;

  function report(found: readonly Diagnostic[]): void {
    for (const diagnostic of found) diagnostics.push(diagnostic);
  }

  function read(id: string, written: Written): Entry<Site> | undefined {
    const { entry, ...ofSite } = readSite(id, written);
    report(ofSite.diagnostics);
    report(checkTexts(words.texts.slice(checkedTexts)));
    checkedTexts = words.texts.length;
    return entry;
  }

  /** The record of a site whose sources have not changed, once its words are read. */
  function unchangedRecord({ id }: Claim, { text }: Written): SiteRecord | undefined {
    const record = last?.find(keyOf(id));
    if (!record || !spoken.has(record.words.join())) return undefined;
    return origins.now(record, text) === record.from ? record : undefined;
  }

  const wordsAt = (record: Pick<SiteRecord, "words">, places: readonly number[]) =>
    places.flatMap((place) => {
      const key = record.words[place]!;
      return registry.languages.get(key) ?? registry.languages.get(key.split(" ")[0]!) ?? [];
    });

  function isRight(id: string, record: SiteRecord): boolean {
    const intact = intactFiles(output, id, record);
    return (
      intact.size === record.files.length &&
      record.files.every(
        ({ words: places, said }) => origins.ofWords(wordsAt(record, places), id) === said,
      )
    );
  }

  function make(entry: Entry<Site>, text: string): void {
    const { id, value: site } = entry;
    const origin = origins.of(entry, text);
    const record = last?.find(keyOf(id));
    const intact = record ? intactFiles(output, id, record) : nothing;
    const sameSource = record?.from === origin.from;
    const files = workshop()
      .planSite(id, site)
      .map((file): WantedFile => {
        const { name, render } = file;
        const places = file.words.map(({ tag }) => site.languages.indexOf(tag));
        const said = origins.ofWords(file.words, id);
        const before = intact.get(name);
        const isSame = before !== undefined && sameSource && before.said === said;
        return {
          name,
          words: places,
          said,
          ...(before ? { last: before } : {}),
          ...(isSame ? {} : { render }),
        };
      });
    filler.put(id, origin, files);
  }

  function visit(claim: Claim): void {
    const { id, open } = claim;
    const { written, ...unreadable } = open();
    report(unreadable.diagnostics);
    if (!written) return;
    let entry: Entry<Site> | undefined;
    const readNow = (): void => {
      entry = read(id, written);
      if (entry) spoken.add(wordsKeysOf(entry.value).join());
    };
    if (!unchangedRecord(claim, written)) {
      readNow();
      if (!entry) return;
    }
    if (diagnostics.length > 0) return;
    // Asked again, since reading the first site of some languages reads their words.
    const record = unchangedRecord(claim, written);
    if (!isWanted(id)) filler.keep(id);
    else if (record && isRight(id, record)) filler.repeat(id);
    else {
      if (!entry) readNow();
      if (entry) make(entry, written.text);
    }
  }

  const listed = [...claims.values()].filter(({ id }) => isListed(id));
  for (const [index, claim] of listed.entries()) {
    visit(claim);
    onSite?.(index + 1, listed.length);
  }
  return sortDiagnostics(diagnostics);
}
