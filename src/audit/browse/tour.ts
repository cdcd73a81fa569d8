import type { CDPSession, Page } from "playwright-core";
import type { Clock } from "./timeouts.ts";

/** How a visit finds its way through a site by itself. */
export interface Tour {
  /** The most pages that it goes to. */
  readonly pages: number;
  /** The most time for all of them, milliseconds. */
  readonly time: number;
  /** The pages to open; each is decided on when the one before has been seen. */
  readonly walk: (clock: Clock) => Iterable<string>;
  /** Called once for each tab, before it opens anything. */
  readonly follow: (session: CDPSession) => Promise<void>;
  /** Waits until a page may be asked for; false where there is no time for it. */
  readonly depart: (url: string, clock: Clock) => Promise<boolean>;
  /** Called when it has answered or failed; true where it is the tour itself that did not let it open. */
  readonly arrive: (url: string) => boolean;
  /** Called with a page at rest, which has answered without an error. */
  readonly look: (url: string, page: Page) => Promise<void>;
}
