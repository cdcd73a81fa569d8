import { readdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { sweep, takeLock, type Host } from "../../files/lock.ts";
import { attempt } from "../../files/system-error.ts";
import {
  clear,
  discard,
  isFolder,
  refuseForeign,
  stateOf,
  waitingRoom,
  refuseUnsafe,
} from "./folder.ts";
import { finishInPlace, swap } from "./swap.ts";
import { layoutOf, type Layout } from "./layout.ts";

/** Where to publish, and the folders that the output must neither be nor hold. */
export interface Target {
  readonly output: string;
  readonly protect: readonly string[];
  readonly host: Host;
}

/** The work for which the lock of an output is taken. */
export const buildInto = ({ output }: Layout): string => `build into "${output}"`;

/** What a run with the lock does first: it completes what a killed build had finished writing, else brings the last output back. */
export function restore(layout: Layout, host: Host): void {
  sweep(layout.lock, host);
  const { output, stage, old, gone } = layout;
  for (const folder of [stage, old, gone]) refuseForeign(folder);
  finishInPlace(layout);
  clear(gone);
  if (stateOf(stage) === "complete") swap(layout);
  else if (stateOf(output) === "missing" && stateOf(old) !== "missing") renameSync(old, output);
  discard(stage, gone);
  discard(old, gone);
}

function hasTraces({ output, parent, stage }: Layout): boolean {
  if (isFolder(join(output, waitingRoom))) return true;
  const prefix = basename(stage, "new");
  return isFolder(parent) && readdirSync(parent).some((name) => name.startsWith(prefix));
}

/** Sets right what a killed build left behind; touches nothing, and needs no permission, where there is nothing. */
export function recover({ output, protect, host }: Target): void {
  const layout = layoutOf(output);
  attempt(`restore "${layout.output}"`, () => {
    if (!hasTraces(layout)) return;
    refuseUnsafe(layout.output, protect);
    const release = takeLock(layout.lock, buildInto(layout), host);
    try {
      restore(layout, host);
    } finally {
      release();
    }
  });
}
