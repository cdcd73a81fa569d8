import { didYouMean } from "../source/suggestions.ts";
import { type ListingFormat, listingFormats, type ListingOptions } from "./commands/options.ts";
import { UsageError } from "./context.ts";

/** The format in which a command that lists things is to print them. */
export function checkListing({ format }: ListingOptions): ListingFormat {
  const known = listingFormats.find((one) => one === format);
  if (known) return known;
  const hint = didYouMean(format, listingFormats);
  throw new UsageError(
    `unknown format "${format}", expected text or json${hint === undefined ? "" : `\n(${hint}?)`}`,
  );
}
