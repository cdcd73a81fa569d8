/** A stretch of text in one style; `\n` alone breaks the line. */
export interface Run {
  readonly text: string;
  readonly href?: string | null;
  /** A name that a browser shows. */
  readonly code?: boolean;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
}

/** What a policy consists of, in no markup. */
export type PaperBlock =
  | {
      readonly kind: "heading";
      readonly level: number;
      /** By which links of the same document reach it. */
      readonly id: string | null;
      readonly runs: readonly Run[];
    }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | {
      readonly kind: "list";
      /** The number of its first item; `null`: without numbers. */
      readonly first: number | null;
      readonly items: readonly (readonly PaperBlock[])[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly PaperBlock[] }
  | { readonly kind: "rule" }
  | PaperTable;

/** The lines of a cell. */
export type PaperCell = readonly (readonly Run[])[];

export interface PaperTable {
  readonly kind: "table";
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Which column names its row. */
  readonly nameColumn: number;
}

/** In a text from right to left each foreign name is kept apart from what stands around it, as `bdi` does on the page. */
export interface Isolates {
  readonly name: (runs: readonly Run[]) => readonly Run[];
  readonly code: (run: Run) => readonly Run[];
}
