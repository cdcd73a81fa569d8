import type { Words } from "../../registry/registry.ts";
import type { Press } from "../papers/pdf.ts";

/** How large the paper of a name is, if there is one. */
export type SizeOf = (name: string) => number | undefined;

/** How a file is made: a text at once, a paper in its time. */
type Making =
  | {
      /** Its bytes, overwritten by the next file that is rendered. */
      readonly render: (sizeOf?: SizeOf) => Uint8Array;
      readonly print?: never;
    }
  | { readonly print: (press: Press) => Promise<Uint8Array>; readonly render?: never };

/** A file of a site's folder. */
export type OutputFile = Making & {
  /** Its path below the folder, such as `en/index.html`. */
  readonly name: string;
  /** The words that it shows. */
  readonly words: readonly Words[];
};
