import { renameSync } from "node:fs";
import { codeOf } from "./cannot-build.ts";
import { discard, refuseForeign, stateOf } from "./folder.ts";
import { replaceInPlace } from "./in-place.ts";
import type { Layout } from "./layout.ts";

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
