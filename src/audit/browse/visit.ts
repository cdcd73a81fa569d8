import type { BrowserContext, Page } from "playwright-core";
import { addressOf } from "../../observation/address.ts";
import type { Observation } from "../../observation/observation.ts";
import type { SeenRequest } from "../../observation/requests.ts";
import { type Bounds, type Clock, startClock } from "./timeouts.ts";
import { within } from "../../browser/within.ts";
import type { ConsentChoice, Chooser } from "./consent/consent-choice.ts";
import { noteHeld, noteJar } from "./read-storage.ts";
import { joinVisit } from "./merge-visits.ts";
import { type VisitLog, startVisitLog } from "./visit-log.ts";
import { watchResponses } from "./watch-responses.ts";
import { type Rest, watchRest } from "./wait-until-idle.ts";
import { type Tab, useTab } from "./tab.ts";
import type { Tour } from "./tour.ts";

/** What is visited in one phase. */
export interface Visit {
  /** Addresses, the first of which has the banner. */
  readonly pages: readonly string[];
  /** The choice that is made on the first page; without one the pages are seen as they greet a visitor. */
  readonly choice?: { readonly is: ConsentChoice; readonly chooser: Chooser };
  readonly bounds: Bounds;
  /** How to go through the site instead of to the pages alone, the first of which has the banner still. */
  readonly tour?: Tour | undefined;
}

/** What the steps of a visit share. */
interface Visitor {
  readonly context: BrowserContext;
  readonly record: VisitLog;
  readonly rest: Rest;
  readonly tab: Tab;
  readonly bounds: Bounds;
  readonly clock: Clock;
  readonly tour: Tour | undefined;
}

const inSeconds = (milliseconds: number): string => `${milliseconds / 1000} s`;

/** Ends in an event of its own. */
const isDownload = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("Download is starting");

/** Why a page did not open, a plain clause without the address. */
function explain(error: unknown, { answer }: Bounds): string {
  const message = error instanceof Error ? error.message : "";
  const [code] = /net::ERR_\w+/.exec(message) ?? [];
  return code === undefined
    ? `did not answer in ${inSeconds(answer)}`
    : `did not load (${code.slice("net::".length)})`;
}

/** Waits until the page is at rest and notes what the browser holds then. */
async function rest({ context, record, rest: { wait }, tab, bounds, clock }: Visitor, page: Page) {
  const isLost = () => record.lost.has(record.page);
  const loaded = await wait(page, clock, isLost);
  if (!loaded && !isLost())
    record.incomplete.add(`${record.page} did not finish loading in ${inSeconds(bounds.rest)}`);
  const answers = await noteHeld(context, page, record, clock);
  if (!answers && !isLost()) record.incomplete.add(`${record.page} no longer answered`);
  if (!answers || isLost()) await tab.giveUp();
}

/** Opens an address and sees it at rest; `undefined` where it did not open. */
async function open(visitor: Visitor, url: string): Promise<Page | undefined> {
  const { context, record, tab, bounds, clock, tour } = visitor;
  if (tour && !(await tour.depart(url, clock))) return undefined;
  record.page = addressOf(url)!;
  record.pages.add(record.page);
  const page = clock.left() > 0 ? await tab.page() : undefined;
  if (!page) return undefined;
  const timeout = Math.max(Math.min(bounds.answer, clock.left()), 1);
  let failure: unknown;
  const opened = page.goto(url, { waitUntil: "commit", timeout }).catch((error: unknown) => {
    failure = error;
    return undefined;
  });
  const response = await within(timeout + 1000, opened);
  const isRefused = tour?.arrive(url) ?? false;
  if (isRefused || !response) {
    if (!isRefused && !isDownload(failure))
      record.incomplete.add(`${record.page} ${explain(failure, bounds)}`);
    // Else what its answer set would be taken for that of the next page.
    await noteJar(context, record, clock);
    await (isRefused ? tab.leave() : tab.giveUp());
    return undefined;
  }
  if (response.status() >= 400)
    record.incomplete.add(`${record.page} answered with status ${response.status()}`);
  await rest(visitor, page);
  if (response.status() < 400 && !record.lost.has(record.page)) await tour?.look(url, page);
  return page;
}

async function visitAll(visitor: Visitor, { pages, choice }: Visit): Promise<boolean> {
  const { record, clock, tour } = visitor;
  if (choice) {
    const page = await open(visitor, pages[0]!);
    if (!page) return false;
    const made = () => (record.phase = choice.is);
    const failure = await choice.chooser.choose(page, clock, made);
    if (failure !== undefined) {
      record.incomplete.add(failure);
      return false;
    }
    await rest(visitor, page);
  }
  for (const url of tour ? tour.walk(clock) : pages) await open(visitor, url);
  if (clock.left() === 0) record.incomplete.add("time ran out before every page was seen");
  return true;
}

/** What one visit showed. */
export interface Visited {
  /** The addresses of the pages, in the order in which they were visited. */
  readonly pages: readonly string[];
  readonly observations: readonly Observation[];
  readonly requests: readonly SeenRequest[];
  readonly incomplete: ReadonlySet<string>;
}

/**
 * Visits the pages in a browser that knows nothing, and notes everything that is set on the way; after a choice that
 * could not be made, only what was seen before it.
 */
export async function visit(context: BrowserContext, plan: Visit): Promise<Visited> {
  const { pages, choice, bounds, tour } = plan;
  const most = tour?.pages ?? pages.length;
  const record = startVisitLog(addressOf(pages[0]!)!, most);
  const responses = watchResponses(context, record);
  await choice?.chooser.prepare(context);
  const tab = useTab(context, record, [responses.follow, ...(tour ? [tour.follow] : [])]);
  const visitor: Visitor = {
    context,
    record,
    rest: watchRest(context, bounds),
    tab,
    bounds,
    clock: startClock(Math.min(bounds.phase * most, tour?.time ?? Infinity)),
    tour,
  };
  const done = await visitAll(visitor, plan);
  await responses.finish();
  const seen = done ? record.seen : record.seen.filter(({ phase }) => phase === "before");
  const { requests, incomplete } = record;
  const visited = [...record.pages];
  return { pages: visited, observations: joinVisit(seen, visited), requests, incomplete };
}
