import type * as z from "zod";
import { type Diagnostic, type Place, createDiagnostic } from "../diagnostic.ts";
import { type Layers, mergeLayers, placeIn } from "../source/layers.ts";
import { nameUnseen } from "../source/characters.ts";
import { memoize } from "../memo.ts";
import type { LoaderRule } from "../vocabulary/loader-rules.ts";
import type { Source } from "../source/yaml-file.ts";
import { isMapping, type Mapping } from "../source/mapping.ts";
import { type Misfit, validate } from "./schema/validate.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";

/** Knows in which file, and where, each value of a thing stands. */
export interface Placed {
  readonly id: string;
  readonly place: (path: Path, part?: KeyOrValue) => Place;
}

/** What the files say, merged and not yet validated. */
export interface RawEntry extends Placed {
  readonly layers: Layers;
  readonly data: Mapping;
}

/** A validated thing of the registry. */
export interface Entry<T> extends Placed {
  /** The files that it was made from, the one that wins first. */
  readonly layers: Layers;
  readonly value: T;
}

/** The rule ids under which misfits of some kinds of file are known. */
export type Renaming = Readonly<Partial<Record<LoaderRule, LoaderRule>>>;

export const draftOf = (id: string, layers: Layers): RawEntry => ({
  id,
  layers,
  data: mergeLayers(layers),
  place: placeIn(layers),
});

/** A file by itself: one that many others inherit from, or many projects stand upon, is validated once. */
const validated = memoize((schema: z.ZodType) =>
  memoize(({ value, fits }: Source) =>
    fits?.has(schema) ? { value, misfits: [] } : validate(schema, value),
  ),
);

/** Whether a file says nothing but what stands in the merged whole, too: a list of providers may be an addition to another. */
const isInWhole = (source: Source, layers: Layers): boolean =>
  source === layers[0] && !isMapping(source.value["providers"]);

/** Names what cannot be seen in a text that a message quotes and that looks right. */
function alsoUnseen(message: string, { excerpt, location: { column } }: Place): string {
  const named = nameUnseen(message) && nameUnseen(excerpt.slice(column - 1), column);
  return named ? `, found ${named}` : "";
}

/**
 * Validates each file by itself, so that a fault stands where it was written, then the merged whole, which alone can
 * tell what is missing.
 */
export function buildEntry<T>(
  draft: RawEntry,
  schema: z.ZodType<T>,
  { fileSchema = schema, renaming = {} }: { fileSchema?: z.ZodType; renaming?: Renaming } = {},
): { entry?: Entry<T>; diagnostics: Diagnostic[] } {
  const { id, layers, data, place } = draft;
  const toDiagnostic = (at: Placed["place"], { path, part, problem }: Misfit) => {
    const found = at(path, part);
    const message = problem.message + alsoUnseen(problem.message, found);
    return createDiagnostic(found, {
      ...problem,
      message,
      rule: renaming[problem.rule] ?? problem.rule,
    });
  };
  const [first] = layers;
  const { value, misfits } =
    data === first.value ? validated(schema)(first) : validate(schema, data);
  const isWhole = layers.length === 1 && fileSchema === schema;
  const inFiles = (isWhole ? [] : layers).flatMap((source) =>
    misfits.length === 0 && isInWhole(source, layers)
      ? []
      : validated(fileSchema)(source)
          .misfits.filter(({ missing }) => !missing)
          .map((misfit) => toDiagnostic(source.place, misfit)),
  );
  const inWhole = misfits.map((misfit) => toDiagnostic(place, misfit));
  return {
    diagnostics: [...inFiles, ...inWhole],
    ...(value === undefined ? {} : { entry: { id, layers, value: value as T, place } }),
  };
}
