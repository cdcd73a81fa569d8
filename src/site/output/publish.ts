import { attempt } from "./cannot-build.ts";
import { discard, makeFolders, refuseForeign } from "./folder.ts";
import { refuseUnsafe } from "./guard.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { takeLock } from "./lock.ts";
import { restore, type Target } from "./recover.ts";
import { openStage, type Published, type Stage } from "./stage.ts";
import { swap } from "./swap.ts";

type Write = (stage: Stage) => Promise<void> | void;

function abandon({ stage, gone }: Layout): void {
  try {
    discard(stage, gone);
  } catch {
    // What stopped the build says more than what stopped the cleaning, which the next command does again.
  }
}

async function writeAndSwap(layout: Layout, write: Write, signal?: AbortSignal) {
  const writing = `write "${layout.output}"`;
  try {
    const stage = attempt(writing, () => openStage(layout, signal));
    await write(stage);
    const published = attempt(writing, () => stage.complete());
    attempt(writing, () => swap(layout));
    return published;
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
 * Lets `write` fill a new site and puts it in the place of the last one: whole, or not at all.
 * Rejects with `CannotBuild` where the machine or the output forbids it, with the reason of `signal` where that is
 * aborted, and with whatever `write` throws; the last site then stands as it was and nothing else is left
 * (but where the last site cannot be removed, the next one stands already).
 * A process that is killed leaves one whole site, old or new, which `recover` or the next `publish` puts in its place.
 * Nothing is flushed to the disk (`fsync` of ten thousand files costs more than making them): after a power cut, build again.
 */
export async function publish(
  target: Target,
  write: Write,
  signal?: AbortSignal,
): Promise<Published> {
  const layout = layoutOf(target.output);
  const { output, parent, gone } = layout;
  const release = attempt(`write "${output}"`, () => {
    refuseUnsafe(output, target.protect);
    makeFolders(parent);
    return takeLock(layout, target.host);
  });
  try {
    attempt(`restore "${output}"`, () => {
      restore(layout, target.host);
      // Not earlier: a replacement in place that was cut short leaves its marker for the last.
      refuseForeign(output);
    });
    const published = await writeAndSwap(layout, write, signal);
    attempt(`remove "${gone}"`, () => removeLast(layout));
    return published;
  } finally {
    attempt(`remove "${layout.lock}"`, release);
  }
}
