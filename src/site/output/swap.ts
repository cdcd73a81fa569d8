import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotBuild, codeOf } from "../../files/system-error.ts";
import { discard, isFolder, isOurs, refuseForeign, stateOf, waitingRoom } from "./folder.ts";
import type { Layout } from "./layout.ts";
import { carryFolder } from "./stage.ts";

function roomsOf(output: string) {
  const room = join(output, waitingRoom);
  return {
    room,
    /** A copy being made: worth nothing. */
    copy: join(room, "copy"),
    /** The whole next site, nothing of it moved yet. */
    ready: join(room, "ready"),
    /** What of the next site is still to be moved. */
    arriving: join(room, "arriving"),
    leaving: join(room, "leaving"),
  };
}

/** Moves an entry away whole; where the file system forbids it for a folder of a lower layer, removes it piece by piece. */
function leave(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    rmSync(from, { recursive: true });
  }
}

/** Throws where the output, or what lies in its waiting room, was not put there by a replacement in place. */
function refuseForeignRoom(output: string): void {
  const { room, ready, arriving, ...others } = roomsOf(output);
  const places = new Set([ready, arriving, ...Object.values(others)]);
  const isRoom = readdirSync(room).every((name) => places.has(join(room, name)));
  // Where a first site is put into a mount point, nothing else is there yet.
  const isWhole = isOurs(output) || readdirSync(output).length === 1;
  const isNext = !isFolder(ready) || isOurs(ready);
  if (isRoom && isNext && (isWhole || (isFolder(arriving) && isOurs(arriving)))) return;
  throw new CannotBuild(`"${room}" was not made by cookie-ledger, expected a folder without it`);
}

/** Goes on from wherever a replacement in place was cut short, to its end; does nothing where there is none. */
export function finishInPlace({ output }: Layout): void {
  const { room, ready, arriving, leaving } = roomsOf(output);
  if (!isFolder(room)) return;
  refuseForeignRoom(output);

  if (isFolder(ready)) {
    if (!isFolder(leaving)) mkdirSync(leaving);
    const staying = new Set([...readdirSync(ready), waitingRoom]);
    for (const name of readdirSync(output)) {
      if (!staying.has(name)) leave(join(output, name), join(leaving, name));
    }
    renameSync(ready, arriving);
  }
  if (isFolder(arriving)) {
    const present = new Set(readdirSync(output));
    for (const name of readdirSync(arriving)) {
      if (present.has(name)) leave(join(output, name), join(leaving, name));
      renameSync(join(arriving, name), join(output, name));
    }
  }
  rmSync(room, { recursive: true, force: true });
}

/**
 * Replaces the content of an output that cannot itself be renamed, such as a mount point, by that of the stage.
 * Each top-level folder is old or new as a whole, but for a moment some are old and some new; the room on the disk is taken
 * before the first of them moves, and a replacement cut short is finished by the next command.
 */
function replaceInPlace(layout: Layout): void {
  const { room, copy, ready } = roomsOf(layout.output);
  try {
    mkdirSync(room);
    carryFolder(layout.stage, copy);
  } catch (error) {
    rmSync(room, { recursive: true, force: true });
    throw error;
  }
  renameSync(copy, ready);
  finishInPlace(layout);
}

/**
 * Puts the complete stage in the place of the output and leaves the last output as `old`: two renames with nothing
 * run between them. A failure leaves the last output where it was.
 */
export function swap(layout: Layout): void {
  const { output, stage, old, gone } = layout;
  refuseForeign(output);
  if (stateOf(output) === "missing") {
    renameSync(stage, output);
    return;
  }
  discard(old, gone);
  try {
    renameSync(output, old);
  } catch (error) {
    // A mount point, or a folder from a lower layer of a container's file system.
    if (!["EBUSY", "EXDEV"].includes(codeOf(error) ?? "")) throw error;
    replaceInPlace(layout);
    return;
  }
  try {
    renameSync(stage, output);
  } catch (error) {
    renameSync(old, output);
    throw error;
  }
}
