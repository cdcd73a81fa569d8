import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import type { Layers } from "../source/layers.ts";
import { didYouMean, expectedOneOf, mean } from "../source/suggestions.ts";
import type { Source } from "../source/yaml-file.ts";
import type { LoaderRule } from "../vocabulary/loader-rules.ts";
import { draftOf, type RawEntry } from "./entry.ts";

const maximumParents = 8;

/** What files of one kind inherit from each other. */
export interface Inheritance {
  /** As messages name such a file: "provider". */
  readonly kind: string;
  readonly unknown: LoaderRule;
  readonly find: (id: string) => RawEntry | undefined;
  /** The ids that a message may propose. */
  readonly ids: () => Iterable<string>;
  /** What is meant by an id that is none, where that is not the one that is spelt alike. */
  readonly meant?: (id: string) => string | undefined;
  /** Keys that speak of a file itself and are not handed down. */
  readonly ownKeys: ReadonlySet<string>;
}

const handDown = (source: Source, ownKeys: ReadonlySet<string>): Source => ({
  ...source,
  value: Object.fromEntries(Object.entries(source.value).filter(([key]) => !ownKeys.has(key))),
});

/** A file with all that it inherits: mappings merge, everything else of the nearer file wins. */
export function inherit(
  draft: RawEntry,
  { kind, unknown, find, ids, meant, ownKeys }: Inheritance,
): { draft: RawEntry; diagnostics: Diagnostic[] } {
  const line = [draft];
  const fail = (rule: LoaderRule, message: string, hint?: string) => ({
    draft,
    diagnostics: [createDiagnostic(draft.place(["extends"]), { rule, message, hint })],
  });
  for (;;) {
    const parentId = line.at(-1)!.data["extends"];
    if (typeof parentId !== "string") break;
    const parent = find(parentId);
    if (line.some(({ id }) => id === parentId)) {
      const names = [...line.map(({ id }) => id), parentId].join(" -> ");
      return fail("extends-cycle", `${kind} extends itself: ${names}, expected an end`);
    }
    if (!parent) {
      const others = [...ids()].filter((id) => id !== draft.id);
      const message = `unknown ${kind} "${parentId}", ${expectedOneOf(parentId, others)}`;
      const other = meant?.(parentId);
      return fail(unknown, message, other ? mean(other) : didYouMean(parentId, others));
    }
    if (line.length > maximumParents) {
      const message = `${kind} has more than ${maximumParents} above it, expected at most so many`;
      return fail("extends-too-deep", message);
    }
    line.push(parent);
  }
  if (line.length === 1) return { draft, diagnostics: [] };
  const inherited = line.slice(1).flatMap(({ layers }) => layers);
  const layers: Layers = [
    draft.layers[0],
    ...draft.layers.slice(1),
    ...inherited.map((source) => handDown(source, ownKeys)),
  ];
  return { draft: draftOf(draft.id, layers), diagnostics: [] };
}
