import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { beforeAll } from "vitest";
import { launchBrowser } from "./chromium.ts";

/** HTML by its path, `/en`, or a stylesheet, `/style.css`. */
export type Documents = ReadonlyMap<string, string>;

interface Server {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves documents on loopback and sets no cookie. */
async function serve(documents: Documents): Promise<Server> {
  const server = createServer(({ url = "" }, response) => {
    const html = documents.get(url);
    const type = url.endsWith(".css") ? "text/css" : "text/html";
    response.writeHead(html === undefined ? 404 : 200, { "content-type": type });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface View {
  readonly width: number;
  readonly colorScheme?: "light" | "dark";
}

interface Visit {
  readonly page: Page;
  /** What the page asked of any host but its own. */
  readonly foreignRequests: readonly string[];
  /** What the content security policy blocked: `script-src-elem inline`. */
  readonly violations: () => Promise<string[]>;
  readonly cookies: () => Promise<string[]>;
}

const recordViolations = `
  violations = [];
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + " " + blockedURI));
`;

async function visit<T>(
  browser: Browser,
  url: string,
  { width, colorScheme = "light" }: View,
  see: (visited: Visit) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  try {
    const page = await context.newPage();
    const { origin } = new URL(url);
    const foreignRequests: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== origin) foreignRequests.push(request.url());
    });
    await page.addInitScript(recordViolations);
    await page.goto(url);
    return await see({
      page,
      foreignRequests,
      violations: () => page.evaluate<string[]>("violations"),
      cookies: async () => (await context.cookies()).map(({ name }) => name),
    });
  } finally {
    await context.close();
  }
}

/** Visits one of the documents in a browser context of its own. */
export type Look = <T>(path: string, view: View, see: (visited: Visit) => Promise<T>) => Promise<T>;

/** One browser and one server for all tests of a file. */
export function browse(documents: Documents): Look {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await launchBrowser();
    server = await serve(documents);
    return () => Promise.all([browser.close(), server.close()]);
  });
  return (path, view, see) => visit(browser, `${server.origin}${path}`, view, see);
}
