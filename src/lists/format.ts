import type { TextFile } from "../source/text-file.ts";
import type { ForeignList } from "./list.ts";
import type { Literal } from "./literal/literal.ts";

/** A file with a list as its format sees it. */
export interface ListContent extends TextFile {
  /** What the text says as JSON; absent where it is not JSON. */
  readonly json?: Literal;
}

/** Reads one format of lists of cookies. Neither function throws. */
export interface ListFormat {
  /** As the command line names it. */
  readonly id: string;
  /** As a message lists it. */
  readonly title: string;
  /** True for a content that no other format should read; the first of all decides. */
  readonly recognises: (content: ListContent) => boolean;
  readonly read: (content: ListContent) => ForeignList;
}
