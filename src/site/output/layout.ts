import { basename, dirname, join, resolve } from "node:path";

/** Where a build into `output` works: all beside it, so that one rename moves a whole site. */
export interface Layout {
  readonly output: string;
  readonly parent: string;
  /** The site being written. */
  readonly stage: string;
  /** The last site, in the instant between the two renames of a swap. */
  readonly old: string;
  /** What is being removed; nothing in it counts any more. */
  readonly gone: string;
  readonly lock: string;
}

/** For `/x/_site`: `/x/._site.new`, `.old`, `.gone` and `.lock`. */
export function layoutOf(output: string): Layout {
  const path = resolve(output);
  const parent = dirname(path);
  const beside = (suffix: string): string => join(parent, `.${basename(path)}.${suffix}`);
  return {
    output: path,
    parent,
    stage: beside("new"),
    old: beside("old"),
    gone: beside("gone"),
    lock: beside("lock"),
  };
}
