import type { PageAddress } from "./page-address.ts";

/** A page to look at. */
export interface Next extends PageAddress {
  /** How many links it is away from the first page. */
  readonly depth: number;
}

/** Pages that wait to be looked at, by their keys. */
export interface Queue {
  readonly add: (page: Next) => void;
  /** Takes the nearest page to the first one; of those that are as near, one of the folder that was seen least. */
  readonly take: () => Next | undefined;
  /** Takes out the page of that key; false where it does not wait. */
  readonly remove: (key: string) => boolean;
  /** Takes out all that wait. */
  readonly clear: () => readonly Next[];
}

/** A page of which `isEnough` says that others stand for it is handed to `passOver` when its turn comes. */
export function createQueue(
  isEnough: (page: Next) => boolean,
  passOver: (page: Next) => void,
): Queue {
  const waiting = new Map<string, Next>();
  /** By depth, then by folder, in the order in which they were found; what was taken out by its key is still there. */
  const levels = new Map<number, Map<string, Next[]>>();
  const seenOfFolder = new Map<string, number>();

  const takeOf = (folder: Next[]): Next | undefined => {
    for (let page = folder.shift(); page; page = folder.shift()) {
      if (!waiting.delete(page.key)) continue;
      if (!isEnough(page)) return page;
      passOver(page);
    }
    return undefined;
  };

  const leastSeen = (level: ReadonlyMap<string, Next[]>): string | undefined => {
    const names = [...level.keys()];
    const seen = (name: string): number => seenOfFolder.get(name) ?? 0;
    return names.length > 0
      ? names.reduce((least, name) => (seen(name) < seen(least) ? name : least))
      : undefined;
  };

  const take = (): Next | undefined => {
    while (levels.size > 0) {
      const depth = Math.min(...levels.keys());
      const level = levels.get(depth)!;
      const name = leastSeen(level);
      const page = name === undefined ? undefined : takeOf(level.get(name)!);
      if (name === undefined) levels.delete(depth);
      else if (!page) level.delete(name);
      // The first page says nothing about the folder in which it lies.
      else if (page.depth > 0) seenOfFolder.set(name, (seenOfFolder.get(name) ?? 0) + 1);
      if (page) return page;
    }
    return undefined;
  };

  return {
    add: (page) => {
      const level = levels.get(page.depth) ?? new Map<string, Next[]>();
      const folder = level.get(page.folder) ?? [];
      folder.push(page);
      waiting.set(page.key, page);
      levels.set(page.depth, level.set(page.folder, folder));
    },
    take,
    remove: (key) => waiting.delete(key),
    clear: () => {
      const all = [...waiting.values()];
      waiting.clear();
      levels.clear();
      return all;
    },
  };
}
