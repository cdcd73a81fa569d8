import { takeLock } from "../../files/lock.ts";
import { attempt } from "../../files/system-error.ts";
import { makeFolders } from "../../files/folders.ts";
import { discard, refuseForeign, refuseUnsafe } from "./folder.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { buildInto, restore, type Target } from "./recover.ts";
import { closeStage, openStage, type Published } from "./stage.ts";
import { swap } from "./swap.ts";

/** What came of a build. */
export interface Built extends Published {
  /** How many files of the last output are in the next no more. */
  readonly removed: number;
  /** Nothing differs from the last output, which stays; the stage is dropped. */
  readonly isSame: boolean;
}

/** What was put into a stage. */
export interface Filling extends Built {
  /** The hash of the manifest in the stage. */
  readonly seal: string;
  /** The fingerprint of all that it was made from, where that is known. */
  readonly inputs?: string | undefined;
}

/** Fills the open stage. */
type Fill = (layout: Layout) => Promise<Filling>;

function abandon({ stage, gone }: Layout): void {
  try {
    discard(stage, gone);
  } catch {
    // What stopped the build says more than what stopped the cleaning, which the next command does again.
  }
}

async function fillAndSwap(layout: Layout, fill: Fill, signal?: AbortSignal): Promise<Built> {
  const writing = `write "${layout.output}"`;
  try {
    attempt(writing, () => openStage(layout));
    const { seal, inputs, ...built } = await fill(layout);
    signal?.throwIfAborted();
    if (built.isSame) {
      attempt(writing, () => discard(layout.stage, layout.gone));
      return built;
    }
    attempt(writing, () => closeStage(layout, seal, inputs));
    attempt(writing, () => swap(layout));
    return built;
  } catch (error) {
    abandon(layout);
    throw error;
  }
}

function removeLast({ stage, old, gone }: Layout): void {
  discard(stage, gone);
  discard(old, gone);
}

/**
 * Lets `fill` make a new site and puts it in the place of the last one: whole, or not at all.
 * Rejects with `CannotBuild` where the machine or the output forbids it, with the reason of `signal` where that is
 * aborted, and with whatever `fill` throws; the last site then stands as it was and nothing else is left
 * (but where the last site cannot be removed, the next one stands already).
 * A process that is killed leaves one whole site, old or new, which `recover` or the next `publish` puts in its place.
 * Nothing is flushed to the disk (`fsync` of ten thousand files costs more than making them): after a power cut, build again.
 */
export async function publish(target: Target, fill: Fill, signal?: AbortSignal): Promise<Built> {
  signal?.throwIfAborted();
  const layout = layoutOf(target.output);
  const { output, parent, gone } = layout;
  const release = attempt(`write "${output}"`, () => {
    refuseUnsafe(output, target.protect);
    makeFolders(parent);
    return takeLock(layout.lock, buildInto(layout), target.host);
  });
  try {
    attempt(`restore "${output}"`, () => {
      restore(layout, target.host);
      // Not earlier: a replacement in place that was cut short leaves its marker for the last.
      refuseForeign(output);
    });
    const built = await fillAndSwap(layout, fill, signal);
    attempt(`remove "${gone}"`, () => removeLast(layout));
    return built;
  } finally {
    attempt(`remove "${layout.lock}"`, release);
  }
}
