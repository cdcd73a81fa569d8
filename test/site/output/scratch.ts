import { chmodSync } from "node:fs";
import { inject } from "vitest";
import { freshFolder } from "../../project.ts";

/** A new empty folder, in memory where the system offers it, open to other users, as whom some tests look on. */
export function makeFolder(): string {
  const folder = freshFolder(inject("memoryFolder"));
  chmodSync(folder, 0o755);
  return folder;
}
