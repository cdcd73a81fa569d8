import type { Page } from "playwright-core";
import { isSameHost } from "../page-address.ts";
import { readBody } from "./read-body.ts";
import { everythingAllowed, nothingAllowed, readRobots, type Robots } from "./robots.ts";

/** As much as RFC 9309 (2.5) has a crawler read at least. */
const maximumBytes = 512_000;

/** What a site asks of crawlers, and, where that cannot be learnt, a plain clause that says so. */
export interface AskedManners {
  readonly robots: Robots;
  readonly gap?: string;
}

/**
 * Asks a site for its `robots.txt`, as RFC 9309 has it: without one everything is allowed; where the site does not answer,
 * or with an error of its own, nothing is. One that lies on another host is not read, and counts as none.
 */
export async function askForRobots(
  page: Page,
  start: string,
  patience: number,
): Promise<AskedManners> {
  const url = new URL("/robots.txt", start);
  const mayFollow = (target: string) => isSameHost(new URL(target), url);
  const answer = await readBody(page, url.href, { mayFollow, maximumBytes, patience });
  if (answer === "elsewhere") return { robots: everythingAllowed };
  if (answer !== "silent" && answer.status < 300) return { robots: readRobots(answer.text) };
  if (answer !== "silent" && answer.status < 500) return { robots: everythingAllowed };
  const why = answer === "silent" ? "did not answer" : `answered with status ${answer.status}`;
  return {
    robots: nothingAllowed,
    gap: `${url.href} ${why}, so no page was looked at but those that were named`,
  };
}
