import type { Diagnostic } from "../../diagnostic.ts";
import { memoizeByText } from "../../memo.ts";
import { buildEntry, type Entry, type RawEntry } from "../entry.ts";
import { inherit } from "../inherit.ts";
import { openDrafts } from "../layered-files.ts";
import { mergeCookies } from "./merge-cookies.ts";
import { isId } from "../../vocabulary/id.ts";
import type { Project } from "../project.ts";
import { formerIds } from "./providers.ts";
import { checkProvider, type Ids, type Known } from "../references.ts";
import { providerFileSchema, providerSchema, type Provider } from "../schema/provider.ts";

/** The providers of a registry; those that only the package brings are read when they are first asked for. */
export interface Providers {
  /** Also under former ids. */
  readonly get: (id: string) => Entry<Provider> | undefined;
  readonly has: (id: string) => boolean;
  /** Present ids, whose files may be unreadable. */
  readonly ids: ReadonlySet<string>;
  /** Those read so far, each once: the project's own and those that something has named. */
  readonly read: () => readonly Entry<Provider>[];
  /** Every one, each once; reads what has not been read. */
  readonly all: () => readonly Entry<Provider>[];
}

interface OpenProviders {
  readonly providers: Providers;
  readonly ids: Ids;
  /** A provider as its files say, not validated; also under a former id. */
  readonly draftOf: (id: string) => RawEntry | undefined;
  /** Those of the project itself. */
  readonly drafts: readonly RawEntry[];
  /** What is wrong with the project's own; the package's are tested where they are made. */
  readonly check: (known: Known) => Diagnostic[];
  /** The ids of those of the project itself that could not be read or are not valid. */
  readonly unread: () => readonly string[];
}

const ownKeys = new Set(["id", "extends", "abstract", "formerly", "cookies", "remove", "reviewed"]);

/** Opens the providers of a project. */
export function openProviders(project: Project): OpenProviders {
  const files = openDrafts(project, "data/providers");
  const own = [...files.ids].filter((id) => files.isOwn(id));
  const found = new Map<string, Diagnostic[]>();
  const note = (id: string, diagnostics: readonly Diagnostic[]) => {
    found.set(id, [...(found.get(id) ?? []), ...diagnostics]);
  };

  const rawOf = memoizeByText((id): RawEntry | null => {
    const { draft, diagnostics } = files.read(id);
    note(id, diagnostics);
    if (!draft) return null;
    const merged = mergeCookies(draft);
    note(id, merged.diagnostics);
    return merged.draft;
  });
  const find = (id: string) => (files.ids.has(id) ? (rawOf(id) ?? undefined) : undefined);
  const wholeOf = memoizeByText((id): RawEntry | null => {
    const draft = find(id);
    if (!draft) return null;
    if (draft.data["extends"] === undefined) return draft;
    const inherited = inherit(draft, {
      kind: "provider",
      unknown: "unknown-provider",
      find,
      ids: () => files.ids,
      ownKeys,
    });
    note(id, inherited.diagnostics);
    const whole = inherited.draft;
    // Its cookies are its own; they are those of its layers already.
    return {
      ...whole,
      data: { ...whole.data, cookies: draft.data["cookies"] },
      place: (path, part) => (path[0] === "cookies" ? draft : whole).place(path, part),
    };
  });

  const ownDrafts = own.flatMap((id) => wholeOf(id) ?? []);
  const ofOwn = formerIds(ownDrafts, files.ids);
  let formerOfAll: ReadonlyMap<string, RawEntry> | undefined;
  function currentOf(id: string): string | undefined {
    if (files.ids.has(id)) return id;
    // To look for a former id reads every file, which a name among the recipients is not worth.
    if (!isId(id)) return undefined;
    const known = ofOwn.former.get(id)?.id;
    if (known !== undefined) return known;
    formerOfAll ??= formerIds(
      [...files.ids].flatMap((one) => wholeOf(one) ?? []),
      files.ids,
    ).former;
    return formerOfAll.get(id)?.id;
  }

  const entries = new Map<string, Entry<Provider> | undefined>();
  function entryOf(id: string): Entry<Provider> | undefined {
    if (!entries.has(id)) {
      const draft = wholeOf(id);
      const built = draft && buildEntry(draft, providerSchema, { fileSchema: providerFileSchema });
      note(id, built?.diagnostics ?? []);
      entries.set(id, built?.entry);
    }
    return entries.get(id);
  }
  const present = (one: Entry<Provider> | undefined) => one ?? [];

  return {
    providers: {
      get(id) {
        const current = currentOf(id);
        return current === undefined ? undefined : entryOf(current);
      },
      has: (id) => currentOf(id) !== undefined,
      ids: files.ids,
      read: () => [...entries.values()].flatMap(present),
      all: () => [...files.ids].map(entryOf).flatMap(present),
    },
    ids: {
      has: (id) => currentOf(id) !== undefined,
      [Symbol.iterator]: () => files.ids[Symbol.iterator](),
    },
    draftOf(id) {
      const current = currentOf(id);
      return current === undefined ? undefined : (wholeOf(current) ?? undefined);
    },
    drafts: ownDrafts,
    unread: () => own.filter((id) => !entryOf(id)),
    check(known) {
      for (const id of own) entryOf(id);
      return [
        ...files.diagnostics,
        ...ofOwn.diagnostics,
        ...own.flatMap((id) => found.get(id) ?? []),
        ...ownDrafts.flatMap((draft) => checkProvider(draft, known)),
      ];
    },
  };
}
