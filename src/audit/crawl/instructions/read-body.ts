import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import type { CDPSession, Page } from "playwright-core";
import { within } from "../../../browser/within.ts";

/** What a site answers for a file. */
export interface Answer {
  readonly status: number;
  /** As much of it as was asked for. */
  readonly text: string;
  readonly isCut: boolean;
}

/** Why there is no answer: it took too long or failed, or the site sent the reader elsewhere. */
export type NoAnswer = "silent" | "elsewhere";

export interface ReadOptions {
  /** Whether a redirect may be followed there. */
  readonly mayFollow: (url: string) => boolean;
  readonly maximumBytes: number;
  /** For the whole, milliseconds. */
  readonly patience: number;
}

const maximumRedirects = 5;

async function readStream(session: CDPSession, requestId: string, maximumBytes: number) {
  const { stream: handle } = await session.send("Fetch.takeResponseBodyAsStream", { requestId });
  const chunks: Buffer[] = [];
  let size = 0;
  let isAtEnd = false;
  while (!isAtEnd && size <= maximumBytes) {
    const { data, base64Encoded, eof } = await session.send("IO.read", { handle, size: 65_536 });
    const chunk = Buffer.from(data, base64Encoded ? "base64" : "utf8");
    chunks.push(chunk);
    size += chunk.length;
    isAtEnd = eof;
  }
  await session.send("IO.close", { handle });
  return Buffer.concat(chunks);
}

/** Unpacks what is packed with gzip, no further than asked for: a small file may unpack into any amount. */
async function unpack(bytes: Buffer, maximumBytes: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = Readable.from([bytes]).pipe(createGunzip());
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maximumBytes) break;
    }
  } catch {
    // What was unpacked before the fault stands.
  }
  return Buffer.concat(chunks);
}

/**
 * Asks for a file as the browser would for a page, with its own name, network and certificates, and reads no more of it
 * than asked for. Nothing is run, and nothing that it refers to is loaded.
 */
export async function readBody(
  page: Page,
  url: string,
  { mayFollow, maximumBytes, patience }: ReadOptions,
): Promise<Answer | NoAnswer> {
  const session = await page.context().newCDPSession(page);
  let redirects = 0;
  let settle: (result: Answer | NoAnswer) => void = () => {};
  const settled = new Promise<Answer | NoAnswer>((resolve) => (settle = resolve));
  const fail = (requestId: string) =>
    session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });

  session.on("Fetch.requestPaused", (paused) => {
    const { requestId, request, resourceType, redirectedRequestId } = paused;
    const { responseStatusCode: status } = paused;
    const handle = async (): Promise<void> => {
      if (resourceType !== "Document") return void (await fail(requestId));
      if (status === undefined) {
        if (redirectedRequestId !== undefined) redirects += 1;
        const isOff = redirects > maximumRedirects || (redirects > 0 && !mayFollow(request.url));
        if (!isOff) return void (await session.send("Fetch.continueRequest", { requestId }));
        settle("elsewhere");
        return void (await fail(requestId));
      }
      if (status >= 300 && status < 400)
        return void (await session.send("Fetch.continueRequest", { requestId }));
      const bytes = await unpack(await readStream(session, requestId, maximumBytes), maximumBytes);
      const text = bytes.subarray(0, maximumBytes).toString("utf8");
      settle({ status, text, isCut: bytes.length > maximumBytes });
      await fail(requestId);
    };
    void handle().catch(() => settle("silent"));
  });

  try {
    await session.send("Fetch.enable", {
      patterns: [{ requestStage: "Request" }, { requestStage: "Response" }],
    });
    const failed = page.goto(url, { timeout: patience }).then(
      () => "silent" as const,
      () => "silent" as const,
    );
    return (await within(patience, Promise.race([settled, failed]))) ?? "silent";
  } finally {
    await within(2000, session.detach());
  }
}
