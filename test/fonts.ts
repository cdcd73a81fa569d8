import { readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { inflateSync } from "node:zlib";

const require = createRequire(import.meta.url);

const subsets: Readonly<Record<string, readonly string[]>> = {
  "noto-sans": ["latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext"],
  "noto-sans-arabic": ["arabic"],
  "noto-sans-hebrew": ["hebrew"],
  "noto-sans-mono": ["latin"],
};

/** Their thousands of characters are divided among numbered files. */
const numbered = ["noto-sans-jp", "noto-sans-kr", "noto-sans-sc"];

const folderOf = (name: string) =>
  join(dirname(require.resolve(`@fontsource/${name}/package.json`)), "files");

/** What the tests' pages are set in; resolved at once, so that a missing package is missed at once. */
const faces: readonly string[] = [
  ...Object.entries(subsets).flatMap(([name, parts]) =>
    parts.flatMap((part) =>
      [400, 700].map((weight) => join(folderOf(name), `${name}-${part}-${weight}-normal.woff`)),
    ),
  ),
  ...numbered.flatMap((name) =>
    readdirSync(folderOf(name))
      .filter((file) => file.endsWith("-400-normal.woff"))
      .map((file) => join(folderOf(name), file)),
  ),
];

/** From WOFF 1.0 (https://www.w3.org/TR/WOFF/) to the TrueType that it wraps, the only kind that a browser takes from the system. */
function unwrap(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const exponent = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 << exponent, 6);
  head.writeUInt16BE(exponent, 8);
  head.writeUInt16BE(16 * count - (16 << exponent), 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    const [start, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
    const bytes = woff.subarray(start, start! + packed!);
    const table = packed! < length! ? inflateSync(bytes) : bytes;
    const padding = Buffer.alloc(-length! & 3);
    const record = 12 + 16 * index;
    woff.copy(head, record, entry, entry + 4);
    woff.copy(head, record + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, record + 8);
    head.writeUInt32BE(length!, record + 12);
    parts.push(table, padding);
    offset += length! + padding.length;
  }
  return Buffer.concat(parts);
}

/** Writes the fonts into `folder`, and beside them the fontconfig file that knows no others; returns that file. */
export async function installFonts(folder: string): Promise<string> {
  const fonts = join(folder, "fonts");
  await mkdir(fonts);
  for (const face of faces)
    await writeFile(join(fonts, `${basename(face, ".woff")}.ttf`), unwrap(await readFile(face)));
  const configuration = join(folder, "fonts.conf");
  await writeFile(
    configuration,
    `<fontconfig><dir>${fonts}</dir><cachedir>${folder}/fontcache</cachedir></fontconfig>`,
  );
  return configuration;
}
