import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { foldersOf } from "../files.ts";
import type { Candidate } from "./candidate.ts";

/** Writes the same files from their bytes. The time that it takes to read those is taken off. */
export const bare: Candidate = {
  id: "bare",
  title: "bare writer",
  prepare({ folder }, reference) {
    const bytes = openSync(join(folder, "bytes"), "w");
    const list = [...foldersOf(reference)].map(([below, names]) => [
      below,
      names.map((name) => [name, writeSync(bytes, readFileSync(join(reference, below, name)))]),
    ]);
    closeSync(bytes);
    writeFileSync(join(folder, "list.json"), JSON.stringify(list));
  },
  command: ({ folder, compiled }, output) => ({
    words: [
      process.execPath,
      join(compiled, "test/bench/bare/write.js"),
      join(folder, "list.json"),
      join(folder, "bytes"),
      output,
    ],
    folder,
  }),
  uncounted: Number,
};
