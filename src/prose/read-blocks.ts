import type { Diagnostic } from "../diagnostic.ts";
import type { TextFile } from "../source/text-file.ts";
import { divideProse, stretchesOf, type Block, type Condition } from "./blocks.ts";
import { checkConditions, checkStretch } from "./check/blocks.ts";
import { headingsIn, type FoundHeading } from "./check/headings.ts";
import type { FoundLink } from "./check/links.ts";

/** Prose as it was read, and what is wrong with it wherever it stands. */
interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly headings: readonly FoundHeading[];
  /** Those that are to be checked: none of a text that is known to be sound. */
  readonly links: readonly FoundLink[];
  /** Whether it could be read at all. */
  readonly isRead: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads prose that is shown where the conditions `around` it hold. */
export function readBlocks(source: TextFile, around: readonly Condition[] = []): ReadBlocks {
  const { blocks, isRead, diagnostics } = divideProse(source, around);
  const stretches = stretchesOf(blocks);
  const checked = source.isSound ? [] : stretches.map((stretch) => checkStretch(source, stretch));
  return {
    blocks,
    headings: stretches.flatMap(headingsIn),
    links: checked.flatMap(({ links }) => links),
    isRead,
    diagnostics: [
      ...diagnostics,
      ...checked.flatMap((stretch) => stretch.diagnostics),
      ...checkConditions(source, blocks),
    ],
  };
}
