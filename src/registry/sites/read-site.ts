import { type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { buildEntry, draftOf, type RawEntry, type Entry } from "../entry.ts";
import type { Languages } from "../languages/languages.ts";
import { idMismatch } from "../layered-files.ts";
import { checkSite, type Known, type NamedProviders } from "../references.ts";
import { parentFileSchema, siteFileSchema, siteSchema, type Site } from "../schema/site.ts";
import { createExtend } from "./inherit.ts";
import type { SiteSource, SiteText } from "./site-list.ts";

/** The page's backgrounds in `templates/page.css`, on which a brand colour is read. */
export const backgrounds = { light: "#ffffff", dark: "#14171a" } as const;

const minimumContrast = 4.5;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Brand colours that would be hard to read on the page (WCAG 2.2, success criterion 1.4.3). */
function checkBrand(site: Entry<Site>): Diagnostic[] {
  const { brand } = site.value;
  if (!brand) return [];
  return (["light", "dark"] as const).flatMap((scheme) => {
    const ratio = contrast(brand[scheme], backgrounds[scheme]);
    if (ratio >= minimumContrast) return [];
    const message = `contrast of "${brand[scheme]}" with the ${scheme} page "${backgrounds[scheme]}" is ${ratio.toFixed(2)}:1, expected at least ${minimumContrast}:1`;
    const hint = scheme === "light" ? "choose a darker colour" : "choose a lighter colour";
    return [
      createDiagnostic(site.place(["brand", scheme]), { rule: "low-contrast", message, hint }),
    ];
  });
}

/** A site as it was read; nothing of it is kept but what others inherit. */
export interface SiteReading {
  /** What its own file says. */
  readonly file?: RawEntry;
  /** The whole, where it is valid and not only a parent. */
  readonly entry?: Entry<Site>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What sites are read against. */
interface Surroundings {
  readonly claims: ReadonlyMap<string, SiteSource>;
  readonly known: Known;
  readonly named: NamedProviders;
  readonly languages: Languages;
  readonly checkLawWords: (site: Entry<Site>) => readonly Diagnostic[];
}

/** Reads one site after another, with the parents and the words of each, each of these once. */
export function createReadSite({ claims, known, named, languages, checkLawWords }: Surroundings) {
  const parents = new Map<string, RawEntry | undefined>();
  const ids = new Set(claims.keys());

  function parentFile(id: string): RawEntry | undefined {
    if (!parents.has(id)) {
      const source = claims.get(id)?.open().written?.parse().source;
      parents.set(id, source && draftOf(id, [source]));
    }
    return parents.get(id);
  }

  const extend = createExtend(parentFile, ids);

  function build(file: RawEntry, draft: RawEntry | undefined): Omit<SiteReading, "file"> {
    const isParent = file.data["abstract"] === true;
    // What is missing can be told only of a whole.
    const inFile = () =>
      buildEntry(file, parentFileSchema).diagnostics.filter(({ rule }) => rule !== "missing-key");
    if (!draft) return { diagnostics: inFile() };
    const inWhole = [...checkSite(draft, known, named), ...languages.use(draft)];
    if (isParent) return { diagnostics: [...inFile(), ...inWhole] };
    const { entry, diagnostics } = buildEntry(draft, siteSchema, { fileSchema: siteFileSchema });
    return {
      ...(entry ? { entry } : {}),
      diagnostics: [
        ...inWhole,
        ...diagnostics,
        ...(entry ? [...checkBrand(entry), ...checkLawWords(entry)] : []),
      ],
    };
  }

  return (id: string, written: SiteText): SiteReading => {
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
