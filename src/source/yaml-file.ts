import type { Document } from "yaml";
import { type Diagnostic, type Place, createDiagnostic } from "../diagnostic.ts";
import { placeOf, type TextFile } from "./text-file.ts";
import { isMapping, type Mapping } from "./mapping.ts";
import {
  locate,
  type KeyOrValue,
  type Path,
  scalarsOf,
  type WrittenScalar,
} from "./yaml/locate.ts";
import { parseIfUnambiguous } from "./yaml/fast-parse.ts";
import { parseYaml, readDocument } from "./yaml/parse.ts";

/** What a row says of a rule that is ignored in it: in all of its lines, which count from 1. */
export interface RowIgnore {
  readonly text: string;
  readonly place: Place;
  readonly lines: readonly number[];
}

/** A YAML file or a row of a table that could be read: its plain data, and the place of each of its values. */
export interface Source extends TextFile {
  /** The text of the whole file, in which spans count: of a row, its table. */
  readonly whole: string;
  readonly value: Mapping;
  readonly place: (path: Path, part?: KeyOrValue) => Place;
  /** Every text as it is written, with its offsets in the file. */
  readonly scalars: () => WrittenScalar[];
  /** Of a row; a YAML file has comments. */
  readonly ignores?: () => readonly RowIgnore[];
  /** The YAML with its ranges, parsed when first asked for; a row has none. */
  readonly document?: () => Document.Parsed;
  /** The schemas that are known to take its data as it is, where nothing is wrong with the file by itself. */
  readonly fits?: ReadonlySet<object>;
}

/** What is known of a file without parsing it. */
export type KnownContent = Pick<Source, "value" | "fits">;

/** Reads YAML whose root is a mapping, unless it is known what it says; without `source` the diagnostics say why. */
export function sourceOf(
  text: TextFile,
  known?: KnownContent,
): { source?: Source; diagnostics: Diagnostic[] } {
  if (known) return { source: { ...withPlaces(text, known.value), ...known }, diagnostics: [] };
  const plain = parseIfUnambiguous(text.text);
  if (plain) return { source: withPlaces(text, plain), diagnostics: [] };
  const { value, findings } = parseYaml(text.text);
  const diagnostics = findings.map(({ start, end, problem }) =>
    createDiagnostic(placeOf(text, start, end), problem),
  );
  if (diagnostics.length > 0) return { diagnostics };
  if (!isMapping(value)) {
    const message = "not a mapping, expected keys and values";
    return {
      diagnostics: [createDiagnostic(placeOf(text, 0, 1), { rule: "wrong-type", message })],
    };
  }
  return { source: withPlaces(text, value), diagnostics };
}

function withPlaces(text: TextFile, value: Mapping): Source {
  let document: Document.Parsed | undefined;
  const open = () => (document ??= readDocument(text.text));
  return {
    ...text,
    whole: text.text,
    value,
    document: open,
    scalars: () => scalarsOf(open(), text.text),
    place(path, part = "value") {
      const { start, end } = locate(open(), path, part);
      return placeOf(text, start, end);
    },
  };
}
