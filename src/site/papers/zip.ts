import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** The files of an archive by their paths, in their order. */
export type ZipFiles = ReadonlyMap<string, Uint8Array>;

const [localMark, centralMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50];
const [localSize, centralSize, endSize] = [30, 46, 22];
/** Of this format, with names in UTF-8, deflated. */
const [version, utf8, deflated] = [20, 0x0800, 8];

/** Reads an archive without a comment behind it, as those are that programs make. */
export function readZip(archive: Uint8Array): ZipFiles {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.length - endSize;
  if (bytes.readUInt32LE(end) !== endMark) throw new Error("no archive, expected one");
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [named, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + centralSize, at + centralSize + named!);
    const start =
      local + localSize + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    if (!name.endsWith("/"))
      files.set(name, method === deflated ? inflateRawSync(content) : content);
    at += centralSize + named! + extra! + comment!;
  }
  return files;
}

/** A day such as `2026-11-23` as archives write it; they know none before 1980. */
function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return ((year - 1980) << 9) | (month << 5) | day;
}

/** An archive that is the same bytes for the same files and the same day. */
export function writeZip(files: ZipFiles, date: string): Uint8Array {
  const day = dayOf(date);
  const [parts, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(localSize - 4);
    [version, utf8, deflated, 0, day].forEach((value, index) =>
      common.writeUInt16LE(value, index * 2),
    );
    [crc32(content), packed.length, content.length].forEach((value, index) =>
      common.writeUInt32LE(value, 10 + index * 4),
    );
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(localMark);
    const entry = Buffer.alloc(centralSize);
    entry.writeUInt32LE(centralMark);
    entry.writeUInt16LE(version, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, name);
    parts.push(local, common, name, packed);
    at += localSize + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(endSize);
  end.writeUInt32LE(endMark);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
