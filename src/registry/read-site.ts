import type { Diagnostic } from "../diagnostic.ts";
import { checkBrand } from "./brand.ts";
import type { Claim, Written } from "./claims.ts";
import { buildEntry, type Draft, draftOf, type Entry } from "./entry.ts";
import { createExtend } from "./extend.ts";
import type { Languages } from "./languages.ts";
import { idMismatch } from "./read.ts";
import { checkSite, type Known } from "./references.ts";
import { parentFileSchema, type Site, siteFileSchema, siteSchema } from "./schema/site.ts";

/** A site as it was read; nothing of it is kept but what others inherit. */
export interface SiteReading {
  /** What its own file says. */
  readonly file?: Draft;
  /** The whole, where it is valid and not only a parent. */
  readonly entry?: Entry<Site>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What sites are read against. */
interface Surroundings {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly known: Known;
  readonly namesOf: (provider: string) => readonly string[];
  readonly languages: Languages;
}

/** Reads one site after another, with the parents and the words of each, each of these once. */
export function createReadSite({ claims, known, namesOf, languages }: Surroundings) {
  const parents = new Map<string, Draft | undefined>();
  const ids = new Set(claims.keys());

  function parentFile(id: string): Draft | undefined {
    if (!parents.has(id)) {
      const source = claims.get(id)?.open().written?.parse().source;
      parents.set(id, source && draftOf(id, [source]));
    }
    return parents.get(id);
  }

  const extend = createExtend(parentFile, ids);

  function build(file: Draft, draft: Draft | undefined): Omit<SiteReading, "file"> {
    const isParent = file.data["abstract"] === true;
    // What is missing can be told only of a whole.
    const inFile = () =>
      buildEntry(file, parentFileSchema).diagnostics.filter(({ rule }) => rule !== "missing-key");
    if (!draft) return { diagnostics: inFile() };
    const inWhole = [...checkSite(draft, known, namesOf), ...languages.use(draft)];
    if (isParent) return { diagnostics: [...inFile(), ...inWhole] };
    const { entry, diagnostics } = buildEntry(draft, siteSchema, { fileSchema: siteFileSchema });
    return {
      ...(entry ? { entry } : {}),
      diagnostics: [...inWhole, ...diagnostics, ...(entry ? checkBrand(entry) : [])],
    };
  }

  return (id: string, written: Written): SiteReading => {
    const { source, diagnostics } = written.parse();
    if (!source) return { diagnostics };
    const file = draftOf(id, [source]);
    const { draft, ...ofParents } = extend(file);
    const { entry, ...built } = build(file, draft);
    return {
      file,
      ...(entry ? { entry } : {}),
      diagnostics: [
        ...diagnostics,
        ...idMismatch(file),
        ...ofParents.diagnostics,
        ...built.diagnostics,
      ],
    };
  };
}
