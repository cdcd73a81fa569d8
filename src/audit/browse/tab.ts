import type { BrowserContext, Page } from "playwright-core";
import { within } from "./bounds.ts";
import { closeWindow, watchMischief } from "./mischief.ts";
import type { Record } from "./record.ts";
import type { Watch } from "./responses.ts";
import { watchScripts, watchStorages } from "./scripts.ts";

/** The one tab of a visit. */
export interface Tab {
  /** The page in it; a new one where the last crashed or was given up, `undefined` where the browser ended. */
  readonly page: () => Promise<Page | undefined>;
  /** Ends a page that no longer answers. */
  readonly giveUp: () => Promise<void>;
}

/** How long a browser may take to open or to close a tab; milliseconds. */
const patience = 10_000;

/** Uses the tab that a browser starts with, and closes every other that a page opens. */
export function useTab(context: BrowserContext, record: Record, responses: Watch): Tab {
  let current = context.pages()[0];
  const followed = new WeakSet<Page>();
  let opening = false;
  context.on("page", (page) => {
    if (!opening) closeWindow(page, record);
  });

  const follow = async (page: Page): Promise<Page> => {
    if (followed.has(page)) return page;
    followed.add(page);
    watchMischief(page, record);
    const session = await context.newCDPSession(page);
    await responses.follow(session);
    await watchScripts(session, record);
    await watchStorages(session, record);
    return page;
  };

  const open = async (): Promise<Page> => {
    opening = true;
    try {
      return await context.newPage();
    } finally {
      opening = false;
    }
  };

  return {
    page: async () => {
      const page = current && !current.isClosed() ? Promise.resolve(current) : open();
      current = await within(patience, page.then(follow));
      if (!current) record.incomplete.add("the browser ended before every page was seen");
      return current;
    },
    giveUp: async () => {
      const page = current;
      // The last window of a browser may end it with itself.
      current = await within(patience, open());
      if (page) await within(patience, page.close());
    },
  };
}
