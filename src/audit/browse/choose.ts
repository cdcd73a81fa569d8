import type { Phase } from "../../observation/observation.ts";
import type { BrowserContext, Page } from "playwright-core";
import type { Bounds, Clock } from "./bounds.ts";

/** What a visitor may do with a consent banner. */
export type Choice = Exclude<Phase, "before">;

/** Makes a choice on the page that is open; what it says in the end is why it could not, a plain clause. */
export interface Chooser {
  /** Called once, before the page is opened. */
  readonly prepare: (context: BrowserContext) => Promise<void>;
  /** `onMade` is called the moment before the banner is answered. */
  readonly choose: (page: Page, clock: Clock, onMade: () => void) => Promise<string | undefined>;
}

export interface ChooserOptions {
  readonly choice: Choice;
  readonly bounds: Bounds;
}

/** How a choice reads in a clause: "no banner was found, so the site was not seen after rejecting". */
export const verbOf: Readonly<{ [C in Choice]: string }> = {
  rejected: "rejecting",
  accepted: "accepting",
};
