import { mkdirSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/*
 * The least that any of the candidates can take: it writes files whose names and bytes it is given, and makes nothing.
 * node write.js LIST BYTES OUTPUT
 */
const [list = "", bytes = "", output = ""] = process.argv.slice(2);

/** Folders of the output, each with the names and lengths of its files; their bytes follow one another in BYTES. */
const folders = JSON.parse(readFileSync(list, "utf8")) as [string, [string, number][]][];

const source = openSync(bytes, "r");
let buffer = Buffer.alloc(0);
let reading = 0;
for (const [folder, files] of folders) {
  const began = performance.now();
  const length = files.reduce((sum, [, one]) => sum + one, 0);
  if (buffer.length < length) buffer = Buffer.alloc(length);
  readSync(source, buffer, 0, length, null);
  reading += performance.now() - began;
  mkdirSync(dirname(join(output, folder, "x")), { recursive: true });
  let start = 0;
  for (const [name, one] of files) {
    writeFileSync(join(output, folder, name), buffer.subarray(start, (start += one)));
  }
}
process.stdout.write(`${reading / 1000}\n`);
