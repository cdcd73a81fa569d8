import type { BrowserContext, Frame, Page } from "playwright-core";
import type { Phase } from "../../../observation/observation.ts";
import { startClock, type Bounds, type Clock } from "../timeouts.ts";
import { within } from "../../../browser/within.ts";

/** What a visitor may do with a consent banner. */
export type ConsentChoice = Exclude<Phase, "before">;

/** Makes a choice on the page that is open; what it says in the end is why it could not, a plain clause. */
export interface Chooser {
  /** Called once, before the page is opened. */
  readonly prepare: (context: BrowserContext) => Promise<void>;
  /** `onMade` is called the moment before the banner is answered. */
  readonly choose: (page: Page, clock: Clock, onMade: () => void) => Promise<string | undefined>;
}

export interface ChooserOptions {
  readonly choice: ConsentChoice;
  readonly bounds: Bounds;
}

/** How a choice reads in a clause: "no banner was found, so the site was not seen after rejecting". */
export const verbOf: Readonly<{ [C in ConsentChoice]: string }> = {
  rejected: "rejecting",
  accepted: "accepting",
};

const step = 100;

/** The frame in which something that the selector matches can be seen, once there is one. */
async function findFrame(page: Page, selector: string, clock: Clock): Promise<Frame | undefined> {
  while (clock.left() > 0 && !page.isClosed()) {
    for (const frame of page.frames()) {
      const visible = frame.locator(selector).first().isVisible();
      if (await within(Math.min(1000, clock.left()), visible)) return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, step));
  }
  return undefined;
}

/** Clicks what the selector matches first, in the page or in one of its frames. */
export const chooseBySelector = (
  selector: string,
  { choice, bounds }: ChooserOptions,
): Chooser => ({
  prepare: async () => {},
  choose: async (page, { left }, onMade) => {
    const bound = () => Math.min(bounds.choice, left());
    const frame = await findFrame(page, selector, startClock(bound()));
    const missed = `so the site was not seen after ${verbOf[choice]}`;
    if (!frame) return `nothing to click matches "${selector}", ${missed}`;
    onMade();
    const clicked = frame
      .locator(selector)
      .first()
      .click({ timeout: Math.max(bound(), 1) });
    const done = await within(
      bound(),
      clicked.then(() => true),
    );
    return done ? undefined : `"${selector}" could not be clicked, ${missed}`;
  },
});
