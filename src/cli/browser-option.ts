import { resolve } from "node:path";
import type { PressBrowser } from "../site/papers/pdf.ts";
import type { Context } from "./context.ts";

/** The browser that prints, as the command line names it. */
export const browserOf = (
  { browser }: { readonly browser?: string },
  { folder, isRoot }: Context,
): PressBrowser => ({
  isRoot,
  ...(browser === undefined ? {} : { browser: resolve(folder, browser) }),
});
