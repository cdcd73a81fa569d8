import { readFileSync } from "node:fs";
import { attempt } from "../../files/system-error.ts";
import type { StaticFile } from "../../registry/files/static-files.ts";
import type { Manifest } from "../output/manifest.ts";
import { decide } from "./build-sites.ts";
import type { Decision } from "./site-writer.ts";
import { hashAll, hashOf, keyOf } from "../output/hash.ts";
import { intactFiles } from "../output/intact-files.ts";

/** No site has this id: its files stand at the root of the output. */
const root = "";

/** What becomes of the files that a project puts into the output as they are; nothing where it has none. */
export function decideStatic(
  files: readonly StaticFile[],
  output: string,
  last: Manifest | undefined,
): Decision | undefined {
  if (files.length === 0) return undefined;
  const read = files.map(({ name, path }) => ({
    name,
    bytes: attempt(`read "${path}"`, () => readFileSync(path)),
  }));
  const sourceHash = hashAll(read.flatMap(({ name, bytes }) => [name, hashOf(bytes)]));
  const record = last?.find(keyOf(root));
  const intact = record && intactFiles(output, root, record);
  const previous = record && intact && { record, intact: () => intact };
  const kind = decide(previous, { isWanted: true, sourceHash, wordsHash: () => "" });
  if (kind !== "rebuild") return { kind, siteId: root };
  return {
    kind: "write",
    siteId: root,
    origin: { site: keyOf(root), sourceHash, parents: [], providers: [], languagesRead: [] },
    files: read.map(({ name, bytes }) => {
      const before = intact?.get(name);
      return {
        name,
        languageIndexes: [],
        wordsHash: "",
        ...(before ? { last: before } : {}),
        render: () => bytes,
      };
    }),
  };
}
