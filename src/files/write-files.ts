import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { makeFolders, syncFolder } from "./folders.ts";
import { type Host, nameProcess, runningProcess } from "./lock.ts";
import { attempt, CannotBuild, codeOf } from "./system-error.ts";

/** The new text of the file at a path, and the text that it was made from: `undefined` where no file stood. */
export interface Replacement {
  readonly path: string;
  readonly before: string | undefined;
  readonly text: string;
}

/** A file is no longer what its new text was made from; nothing was written. */
export class FileChanged extends CannotBuild {}

interface Standing {
  /** Where the file is in the end, behind all links. */
  readonly place: string;
  readonly text?: string;
  readonly stats?: Stats;
}

const mark = "\ufeff";
const withoutMark = (text: string): string => (text.startsWith(mark) ? text.slice(1) : text);

function look(path: string): Standing {
  if (!lstatSync(path, { throwIfNoEntry: false })) return { place: path };
  const place = realpathSync(path);
  const stats = lstatSync(place);
  if (!stats.isFile()) throw new CannotBuild(`"${path}" is no regular file, nothing was written`);
  return { place, stats, text: readFileSync(place, "utf8") };
}

/** Where something stands behind all links, or the nearest folder above it that is there. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    return realPlace(dirname(path));
  }
}

/** Refuses to write a file below a folder where a link leads out of that: what is written there is not read there. */
function checkInside(folder: string, path: string): void {
  if (relative(folder, path).split(sep)[0] === "..") return;
  if (relative(realPlace(folder), realPlace(path)).split(sep)[0] !== "..") return;
  throw new CannotBuild(
    `a link in "${path}" leads out of "${folder}", expected a folder of its own, nothing was written`,
  );
}

/** Files that are not there yet, by path in a folder. */
export const newFiles = (folder: string, texts: ReadonlyMap<string, string>): Replacement[] =>
  [...texts].map(([path, text]) => ({ path: join(folder, path), before: undefined, text }));

/** Writes new files, by path in a folder; refuses where another of that name stands, and then writes none. */
export const writeNewFiles = (
  folder: string,
  texts: ReadonlyMap<string, string>,
  host: Host,
): string[] =>
  attempt(`write the files of "${folder}"`, () =>
    replaceBelow(folder, newFiles(folder, texts), host),
  );

/** The text of the file at a path, without a byte order mark; `undefined` where there is none. */
export function textAt(path: string): string | undefined {
  const { text } = attempt(`read "${path}"`, () => look(path));
  return text === undefined ? undefined : withoutMark(text);
}

interface Step extends Replacement {
  readonly standing: Standing;
  readonly content: string;
}

function isStale({ before, standing: { text } }: Step): boolean {
  return before === undefined
    ? text !== undefined
    : text === undefined || withoutMark(text) !== before;
}

function planStep(file: Replacement): Step | undefined {
  const standing = look(file.path);
  const content = standing.text?.startsWith(mark) ? mark + file.text : file.text;
  if (content === standing.text) return undefined;
  const step = { ...file, standing, content };
  if (!isStale(step)) return step;
  const why = file.before === undefined ? "is there already" : "changed in the meantime";
  throw new FileChanged(`"${file.path}" ${why}, nothing was written`);
}

/** The name of a new text until it takes the place of the old one; the process tells whether it is still of use. */
const besideName = (place: string, { pid }: Host): string =>
  join(dirname(place), `.${basename(place)}.${nameProcess(pid)}.new`);

/** Removes what commands that were killed left beside the files of a folder. */
function sweepFolder(folder: string, host: Host): void {
  for (const name of readdirSync(folder)) {
    const [, owner] = /^\..+\.([1-9][0-9]*-[a-z0-9.]+)\.new$/.exec(name) ?? [];
    if (owner !== undefined && runningProcess(owner, host) === undefined)
      rmSync(join(folder, name), { force: true });
  }
}

/** Gives a new file the mode and, where the system allows it, the owner of the old one. */
function dress(path: string, stats: Stats | undefined): void {
  if (!stats) return;
  try {
    chownSync(path, stats.uid, stats.gid);
  } catch (error) {
    if (codeOf(error) !== "EPERM") throw error;
  }
  chmodSync(path, stats.mode & 0o7777);
}

function writeBeside(path: string, content: string, stats?: Stats): void {
  rmSync(path, { force: true });
  writeFileSync(path, content, { flag: "wx", flush: true });
  dress(path, stats);
}

/** Puts the old file back in its place, or none where there was none. */
function takeBack({ path, standing: { place, text, stats } }: Step, beside: string): void {
  try {
    if (text === undefined) return rmSync(place, { force: true });
    writeBeside(beside, text, stats);
    renameSync(beside, place);
  } catch (error) {
    const rest = "though others that belong to it have not: repeat the command";
    throw new CannotBuild(`"${path}" has its new text, ${rest}`, { cause: error });
  }
}

function renameAll(steps: readonly Step[], host: Host): void {
  const done: Step[] = [];
  try {
    for (const step of steps) {
      renameSync(besideName(step.standing.place, host), step.standing.place);
      done.push(step);
    }
  } catch (error) {
    for (const step of done.toReversed()) takeBack(step, besideName(step.standing.place, host));
    throw error;
  }
}

function removeBegun(steps: readonly Step[], folders: readonly string[], host: Host): void {
  for (const { standing } of steps) rmSync(besideName(standing.place, host), { force: true });
  for (const folder of folders.toReversed())
    if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/**
 * Gives files their new texts, all of them or none: they are written beside the old ones and flushed to the disk before
 * the first is renamed, and where a file is no longer as it was read, nothing is written (`FileChanged`). Mode and byte
 * order mark stay; a link stays, and the file that it leads to changes. Only regular files are replaced. A command that
 * is killed leaves every file with its old text or its new one. Returns the paths of those that were not the same already.
 */
export function replaceFiles(files: readonly Replacement[], host: Host): string[] {
  const steps = files.flatMap((file) => planStep(file) ?? []);
  const folders = new Set(steps.map(({ standing }) => dirname(standing.place)));
  const made: string[] = [];
  try {
    for (const folder of folders) {
      makeFolders(folder, made);
      sweepFolder(folder, host);
    }
    for (const { standing, content } of steps)
      writeBeside(besideName(standing.place, host), content, standing.stats);
    for (const step of steps) planStep(step);
    renameAll(steps, host);
  } catch (error) {
    removeBegun(steps, made, host);
    throw error;
  }
  for (const folder of folders) syncFolder(folder);
  return steps.map(({ path }) => path);
}

/** As `replaceFiles`, for files of a folder: none is written where a link leads out of it. */
export function replaceBelow(folder: string, files: readonly Replacement[], host: Host): string[] {
  for (const { path } of files) checkInside(folder, path);
  return replaceFiles(files, host);
}
