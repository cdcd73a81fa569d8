import type { Diagnostic } from "../diagnostic.ts";
import { memoizeByText } from "../memo.ts";
import { meantJurisdiction } from "../vocabulary/synonyms.ts";
import { jurisdictionGrammar } from "../vocabulary/id.ts";
import { buildEntry, type Entry } from "./entry.ts";
import { inherit } from "./inherit.ts";
import { openDrafts } from "./layered-files.ts";
import type { Project } from "./project.ts";
import {
  jurisdictionFileSchema,
  jurisdictionSchema,
  type Jurisdiction,
} from "./schema/jurisdiction.ts";

/** The laws of places, each read when it is first asked for. */
export interface Jurisdictions {
  readonly get: (id: string) => Entry<Jurisdiction> | undefined;
  readonly ids: ReadonlySet<string>;
  /** Whether the project itself has a file of that place, alone or over the package's. */
  readonly isOwn: (id: string) => boolean;
  /** A place with those that it extends, the nearest first: `["FR", "EU"]`. */
  readonly lineOf: (id: string) => readonly string[];
}

const fileName = new RegExp(`^(?<id>${jurisdictionGrammar})\\.yaml$`);
const ownKeys = new Set(["extends", "countries", "notCovered"]);

/** Opens `data/jurisdictions/` of a project; `check` reads those that the project itself brings. */
export function openJurisdictions(project: Project): {
  jurisdictions: Jurisdictions;
  check: () => Diagnostic[];
} {
  const files = openDrafts(project, "data/jurisdictions", fileName, "EU.yaml");
  const found = new Map<string, readonly Diagnostic[]>();
  const draftOf = memoizeByText((id) => {
    const { draft, diagnostics } = files.read(id);
    found.set(id, diagnostics);
    return draft ?? null;
  });
  const find = (id: string) => (files.ids.has(id) ? (draftOf(id) ?? undefined) : undefined);
  const entryOf = memoizeByText((id): Entry<Jurisdiction> | null => {
    const draft = find(id);
    if (!draft) return null;
    const inherited = inherit(draft, {
      kind: "jurisdiction",
      unknown: "unknown-jurisdiction",
      find,
      ids: () => files.ids,
      meant: meantJurisdiction,
      ownKeys,
    });
    const built = buildEntry(inherited.draft, jurisdictionSchema, {
      fileSchema: jurisdictionFileSchema,
    });
    found.set(id, [
      ...(found.get(id) ?? []),
      ...inherited.diagnostics,
      ...(inherited.diagnostics.length > 0 ? [] : built.diagnostics),
    ]);
    return built.entry ?? null;
  });
  const lineOf = memoizeByText((id): readonly string[] => {
    const line = [id];
    for (;;) {
      const parent = find(line.at(-1)!)?.data["extends"];
      if (typeof parent !== "string" || line.includes(parent)) return line;
      line.push(parent);
    }
  });
  return {
    jurisdictions: {
      get: (id) => (files.ids.has(id) ? (entryOf(id) ?? undefined) : undefined),
      ids: files.ids,
      isOwn: files.isOwn,
      lineOf,
    },
    check() {
      const own = [...files.ids].filter((id) => files.isOwn(id));
      for (const id of own) entryOf(id);
      return [...files.diagnostics, ...own.flatMap((id) => found.get(id) ?? [])];
    },
  };
}
