import {
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { CannotBuild, codeOf } from "../../files/system-error.ts";

/** The file that tells a folder of ours from any other. */
export const marker = ".cookie-ledger";

/** Inside an output that cannot be renamed: where its next site waits (see `in-place.ts`). */
export const waitingRoom = ".cookie-ledger.swap";

/** `foreign`: there is something that we did not make, a symbolic link and a file included. */
export type State = "missing" | "empty" | "unfinished" | "complete" | "foreign";

/** In an output: what each of its files was made from (see `manifest.ts`). */
export const manifestName = ".cookie-ledger.manifest";

const firstLine =
  "Made by cookie-ledger, which replaces this folder as a whole: keep nothing of your own here.";

export const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function readMarker(folder: string): string | undefined {
  const path = join(folder, marker);
  const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? readFileSync(path, "utf8") : undefined;
}

export function stateOf(folder: string): State {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return "missing";
  if (!isFolder(folder)) return "foreign";
  const mark = readMarker(folder);
  if (mark?.startsWith(firstLine)) return /\ncomplete\r?\n$/.test(mark) ? "complete" : "unfinished";
  const names = readdirSync(folder);
  if (names.length === 0) return "empty";
  // The first write into a new folder was cut short; beside other files such a marker is somebody else's.
  const isCut = mark !== undefined && names.length === 1 && firstLine.startsWith(mark);
  return isCut ? "unfinished" : "foreign";
}

/** Whether a folder carries our marker. */
export const isOurs = (folder: string): boolean =>
  ["unfinished", "complete"].includes(stateOf(folder));

/** Makes a new folder ours; it stays `unfinished` until `markComplete`. */
export const markUnfinished = (folder: string): void =>
  writeFileSync(join(folder, marker), `${firstLine}\n`);

/**
 * The new marker takes the place of the old one whole, so that a kill leaves one of them. `seal` is the hash of the
 * manifest that belongs to this output; any other is foreign to it. `inputs` is the fingerprint of all that the output was
 * made from, where that is known.
 */
export function markComplete(folder: string, seal: string, inputs?: string): void {
  const next = join(folder, `${marker}.new`);
  const lines = [
    firstLine,
    ...(inputs === undefined ? [] : [`inputs ${inputs}`]),
    `manifest ${seal}`,
    "complete",
    "",
  ];
  writeFileSync(next, lines.join("\n"));
  renameSync(next, join(folder, marker));
}

/** The hash of the manifest that belongs to a whole output; `undefined` where it has none. */
export const readSeal = (folder: string): string | undefined =>
  /\nmanifest (\S+)\r?\ncomplete\r?\n$/.exec(readMarker(folder) ?? "")?.[1];

/** The fingerprint of all that a whole output was made from; `undefined` where that is not known. */
export const readInputs = (folder: string): string | undefined =>
  /\ninputs (\S+)\r?\nmanifest \S+\r?\ncomplete\r?\n$/.exec(readMarker(folder) ?? "")?.[1];

/** Throws where `folder` is neither ours nor empty nor missing. */
export function refuseForeign(folder: string): void {
  if (stateOf(folder) !== "foreign") return;
  throw new CannotBuild(
    `"${folder}" was not made by cookie-ledger, expected an empty or new folder`,
  );
}

/** Removes a folder and all in it; many times as fast as `rmSync`. Follows no symbolic link. */
function removeFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFolder(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}

/** Removes a folder of ours, its marker last: cut short, it is still known as ours. Follows no symbolic link. */
export function clear(folder: string): void {
  if (!isFolder(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFolder(path);
    else if (entry.name !== marker) unlinkSync(path);
  }
  rmSync(join(folder, marker), { force: true });
  rmdirSync(folder);
}

/** Removes a folder of ours by way of `gone`, so that half of it is never taken for a whole site. */
export function discard(folder: string, gone: string): void {
  if (!isFolder(folder)) return;
  renameSync(folder, gone);
  clear(gone);
}

/** The path with every symbolic link resolved, as far as it exists. */
function physical(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return join(physical(dirname(path)), basename(path));
  }
}

function holds(outer: string, inner: string): boolean {
  const path = relative(physical(outer), physical(inner));
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Throws where `output` is a symbolic link or a file, or is or holds one of the folders in `protect`. */
export function refuseUnsafe(output: string, protect: readonly string[]): void {
  const found = lstatSync(output, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) {
    const kind = found.isSymbolicLink() ? "a symbolic link" : "a file";
    throw new CannotBuild(`output "${output}" is ${kind}, expected a folder`);
  }
  const held = protect.find((folder) => holds(output, folder));
  if (held === undefined) return;
  throw new CannotBuild(`output "${output}" holds "${held}", expected a folder of its own`);
}
