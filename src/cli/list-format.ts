import { didYouMean } from "../source/suggestions.ts";
import { type ListFormat, listFormats, type ListFormatOptions } from "./commands/options.ts";
import { UsageError } from "./context.ts";

/** The format in which a command that lists things is to print them. */
export function checkListFormat({ format }: ListFormatOptions): ListFormat {
  const known = listFormats.find((one) => one === format);
  if (known) return known;
  const hint = didYouMean(format, listFormats);
  throw new UsageError(
    `unknown format "${format}", expected text or json${hint === undefined ? "" : `\n(${hint}?)`}`,
  );
}
