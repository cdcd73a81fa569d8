import type { Words } from "../../registry/registry.ts";

/** A file of a site's folder. */
export interface OutputFile {
  /** Its path below the folder, such as `en/index.html`. */
  readonly name: string;
  /** The words that it shows. */
  readonly words: readonly Words[];
  /** Its bytes, overwritten by the next file that is rendered. */
  readonly render: () => Uint8Array;
}
