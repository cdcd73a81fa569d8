import type { Frame, Page } from "playwright-core";
import { type Clock, startClock, within } from "./bounds.ts";
import { type Chooser, type ChooserOptions, verbOf } from "./choose.ts";

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
