import type { Evidence } from "../observation/observation.ts";
import type { TextFile } from "../source/text-file.ts";

/** A file of evidence as an importer sees it. */
export interface Content extends TextFile {
  /** What the text says as JSON; absent where it is not JSON. Keys such as `__proto__` are data in it. */
  readonly json?: unknown;
  /**
   * When the evidence was gathered, in epoch milliseconds, as far as the outside of the file tells: a jar counts what is
   * left of a cookie's life from it unless the file says better. Lifetimes are unknown without it.
   */
  readonly capturedAt?: number | undefined;
}

/** Reads one foreign format. Neither function throws, and `read` keeps no value. */
export interface Importer {
  readonly id: string;
  /** As a message lists it. */
  readonly title: string;
  /** True for a content that nobody but this importer should read; the first in the list decides. */
  readonly recognises: (content: Content) => boolean;
  readonly read: (content: Content) => Evidence;
}
