import type { BrowserContext } from "playwright-core";
import type { Need } from "../../browser/chromium.ts";
import { type Launch, withBrowser } from "../../browser/launch.ts";
import { packagesOfOutputs } from "../../vocabulary/vocabulary.ts";

/** A page to be printed. */
export interface PrintedPage {
  /** As seen from which its links lead; nothing is asked of it. */
  readonly address: string;
  readonly html: Uint8Array;
  /** What stands in the margin below each page, as HTML. */
  readonly footer: Uint8Array;
  /** A day such as `2026-11-23`, or `null` for none. */
  readonly date: string | null;
}

/** What a PDF needs a browser for. */
const pdfNeed: Need = { name: "a PDF", packages: packagesOfOutputs.pdf };

/** Not even the names of hosts are looked up. */
const offline = ["--host-resolver-rules=MAP * ~NOTFOUND"];

/** Puts a text in the place of another as long, so that nothing behind it moves. */
function overwrite(pdf: Buffer, pattern: RegExp, write: (found: string) => string): void {
  for (const { 0: found, index } of pdf.toString("latin1").matchAll(pattern))
    pdf.write(write(found).padEnd(found.length).slice(0, found.length), index, "latin1");
}

const stringOfPdf = String.raw`\((?:\\.|[^\\()])*\)`;

/**
 * Takes out what tells of the machine and of the hour, so that the same page gives the same bytes: the browser's user
 * agent, the dates, and the numbers that it has given to the elements of all pages so far.
 */
function settle(pdf: Buffer, date: string | null): Uint8Array {
  overwrite(pdf, new RegExp(`/Creator ${stringOfPdf}`, "g"), () => "");
  overwrite(pdf, /\/(?:CreationDate|ModDate) \(D:[^)]*\)/g, (found) =>
    date === null
      ? ""
      : found.replace(/D:\d{14}[^)]*/, `D:${date.replaceAll("-", "")}000000+00'00'`),
  );
  const node = /\(node\d{8}\)/g;
  // In their order, in which a tree of the document lists them.
  const found = new Set(pdf.toString("latin1").match(node));
  const numbers = new Map([...found].toSorted().map((name, index) => [name, index + 1]));
  overwrite(pdf, node, (name) => `(node${String(numbers.get(name)).padStart(8, "0")})`);
  return pdf;
}

async function print(context: BrowserContext, source: PrintedPage): Promise<Uint8Array> {
  const page = await context.newPage();
  try {
    const body = Buffer.from(source.html);
    let isAnswered = false;
    await page.route("**", async (route) => {
      if (isAnswered) return route.abort();
      isAnswered = true;
      return route.fulfill({ contentType: "text/html; charset=utf-8", body });
    });
    await page.goto(source.address);
    const pdf = await page.pdf({
      tagged: true,
      outline: true,
      format: "A4",
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: Buffer.from(source.footer).toString(),
    });
    return settle(pdf, source.date);
  } finally {
    await page.close();
  }
}

/** Makes papers for which a program must run. */
export interface Press {
  readonly pdf: (page: PrintedPage) => Promise<Uint8Array>;
}

/** The browser of a press, if one is needed. */
export type PressBrowser = Pick<Launch, "browser" | "isRoot">;

/** Lets `use` print; a browser is started for the first page and ended in the end. */
export async function withPress<Result>(
  launch: PressBrowser & Pick<Launch, "signal">,
  use: (press: Press) => Promise<Result>,
): Promise<Result> {
  let end = (): void => {};
  let running: Promise<void> | undefined;
  let opened: Promise<BrowserContext> | undefined;

  const open = async (): Promise<BrowserContext> =>
    (opened ??= new Promise((resolve, reject) => {
      running = withBrowser({ ...launch, need: pdfNeed, flags: offline }, async (context) => {
        resolve(context);
        await new Promise<void>((ended) => {
          end = ended;
        });
      });
      running.catch(reject);
    }));

  try {
    return await use({ pdf: async (page) => print(await open(), page) });
  } finally {
    end();
    await running?.catch(() => undefined);
  }
}
