import type { CDPSession } from "playwright-core";
import { isPage } from "./page-kinds.ts";

/** What a tab may open, and what became of what it was asked to open. */
export interface Guard {
  /** Stands before everything that the tab loads as a page of its own from now on. */
  readonly follow: (session: CDPSession) => Promise<void>;
  /** Begins to open an address on behalf of the crawl. */
  readonly begin: (url: string) => void;
  /** Why the address did not open, as far as it is the guard's doing. */
  readonly end: () => string | undefined;
}

/** The most redirects of one page. */
const maximumRedirects = 10;

/** Why an address is not asked for; `undefined` where it may be. `isRedirect`: an answer to the crawl's own question led to it. */
export type Judge = (url: string, isRedirect: boolean) => string | undefined;

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly request: { readonly url: string };
  readonly redirectedRequestId?: string;
  readonly responseStatusCode?: number;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

const isFollowed = ({ responseStatusCode: status = 0 }: Paused): boolean =>
  status >= 300 && status < 400;

const headersOf = ({ responseHeaders = [] }: Paused): ReadonlyMap<string, string> =>
  new Map(responseHeaders.map(({ name, value }) => [name.toLowerCase(), value]));

/**
 * Keeps a tab on what may be looked at: each redirect is judged before it is followed, and what answers with something
 * else than a page is dropped before its body is read. Frames and all that a page loads besides pass.
 */
export function guardNavigation(judge: Judge): Guard {
  let asked: string | undefined;
  let refused: string | undefined;
  let redirects = 0;

  const refusalOf = (paused: Paused): string | undefined => {
    const { request, redirectedRequestId, responseStatusCode } = paused;
    if (responseStatusCode !== undefined)
      return isFollowed(paused) || isPage(headersOf(paused)) ? undefined : "download";
    if (request.url === asked && redirectedRequestId === undefined) return undefined;
    if (redirectedRequestId === undefined) return judge(request.url, false);
    redirects += 1;
    return redirects > maximumRedirects ? "redirects" : judge(request.url, asked !== undefined);
  };

  const follow = async (session: CDPSession): Promise<void> => {
    const { frameTree } = await session.send("Page.getFrameTree");
    session.on("Fetch.requestPaused", (paused: Paused) => {
      const { requestId, frameId } = paused;
      const refusal = frameId === frameTree.frame.id ? refusalOf(paused) : undefined;
      if (refusal !== undefined && asked !== undefined) refused = refusal;
      // Any other reason shows a page of the browser's own, which may come only when the next page is asked for.
      const done =
        refusal === undefined
          ? session.send("Fetch.continueRequest", { requestId })
          : session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
      void done.catch(() => {});
    });
    await session.send("Fetch.enable", {
      patterns: [
        { resourceType: "Document", requestStage: "Request" },
        { resourceType: "Document", requestStage: "Response" },
      ],
    });
  };

  return {
    follow,
    begin: (url) => {
      asked = url;
      refused = undefined;
      redirects = 0;
    },
    end: () => {
      asked = undefined;
      return refused;
    },
  };
}
