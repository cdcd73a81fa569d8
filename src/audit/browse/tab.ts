import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { within } from "../../browser/within.ts";
import type { VisitLog } from "./visit-log.ts";
import { watchScripts, watchStorages } from "./watch-scripts.ts";

const maximumNavigations = 20;

/**
 * Ends what would wait for a visitor or leave the page, and says so: a visit sees pages and nothing else. Of a page that
 * is no longer in the tab nothing is said.
 */
function watchMischief(page: Page, record: VisitLog, isInTab: () => boolean): void {
  const { incomplete, lost } = record;
  const say = (clause: string): void => {
    if (isInTab()) incomplete.add(`${record.page} ${clause}`);
  };
  const lose = (clause: string): void => {
    if (isInTab()) lost.add(record.page);
    say(clause);
  };
  let navigations = { page: "", count: 0 };
  page.on("dialog", (dialog) => {
    const isLeaving = dialog.type() === "beforeunload";
    if (!isLeaving) say("opened a dialog, which was dismissed");
    void (isLeaving ? dialog.accept() : dialog.dismiss()).catch(() => {});
  });
  page.on("download", () => say("began a download, which was refused"));
  page.on("crash", () => lose("crashed"));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) return;
    if (navigations.page !== record.page) navigations = { page: record.page, count: 0 };
    navigations.count += 1;
    if (navigations.count > maximumNavigations) lose("never stopped loading other pages");
  });
}

/** Closes every window that a page opens. */
function closeWindow(window: Page, { page, incomplete }: VisitLog): void {
  incomplete.add(`${page} opened a window, which was closed`);
  void window.close().catch(() => {});
}

/** The one tab of a visit. */
export interface Tab {
  /** The page in it; a new one where the last crashed or was given up, `undefined` where the browser ended. */
  readonly page: () => Promise<Page | undefined>;
  /** Shows nothing: what the page before does from now on is none of the one that was refused. */
  readonly leave: () => Promise<void>;
  /** Ends a page that no longer answers. */
  readonly giveUp: () => Promise<void>;
}

/** How long a browser may take to open or to close a tab; milliseconds. */
const patience = 10_000;

/** How long a page that still answers may take to stop its scripts; milliseconds. */
const stopping = 2000;

/** Stops the scripts of a page before it is closed: a browser can forget to close one that loads itself anew meanwhile. */
async function close(page: Page, session: CDPSession | undefined): Promise<void> {
  const stopped = session?.send("Emulation.setScriptExecutionDisabled", { value: true });
  if (stopped) await within(stopping, stopped);
  await within(patience, page.close());
}

/** Uses the tab that a browser starts with, each followed by all of these, and closes every other that a page opens. */
export function useTab(
  context: BrowserContext,
  record: VisitLog,
  followers: readonly ((session: CDPSession) => Promise<void>)[],
): Tab {
  let current = context.pages()[0];
  const sessions = new WeakMap<Page, CDPSession>();
  let opening = false;
  context.on("page", (page) => {
    if (!opening) closeWindow(page, record);
  });

  const follow = async (page: Page): Promise<Page> => {
    if (sessions.has(page)) return page;
    const session = await context.newCDPSession(page);
    sessions.set(page, session);
    watchMischief(page, record, () => page === current);
    for (const one of followers) await one(session);
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
    leave: async () => {
      if (current) await within(patience, current.goto("about:blank"));
    },
    giveUp: async () => {
      const page = current;
      // The last window of a browser may end it with itself.
      current = await within(patience, open());
      if (page) await close(page, sessions.get(page));
    },
  };
}
