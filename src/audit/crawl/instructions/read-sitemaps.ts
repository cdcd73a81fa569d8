import type { Page } from "playwright-core";
import { addressOf } from "../../../observation/address.ts";
import { isSameHost, parseWebAddress } from "../page-address.ts";
import { type NoAnswer, readBody } from "./read-body.ts";
import { readSitemap } from "./sitemap.ts";

/** The most that is read of one sitemap, unpacked. */
const maximumBytes = 10_000_000;
/** The most sitemaps of an index. */
const maximumSitemaps = 20;
/** The most addresses that are taken from all of them. */
const maximumAddresses = 10_000;

/** What sitemaps name, and plain clauses that say what of them was not read. */
export interface SitemapPages {
  readonly addresses: readonly string[];
  readonly gaps: readonly string[];
}

export interface SitemapOptions {
  /** For one sitemap, milliseconds. */
  readonly patience: number;
  /** Called before each is asked for; false where there is no time for it. */
  readonly mayAsk: () => Promise<boolean>;
}

const explain: Readonly<Record<NoAnswer, string>> = {
  silent: "did not answer",
  elsewhere: "leads to another host",
};

/**
 * Reads a sitemap of a site, and where it is an index those that it names on the same host, one after the other. What is
 * read names addresses and decides nothing: whether they are of the site is the frontier's to say.
 */
export async function readSitemaps(
  page: Page,
  sitemap: string,
  { patience, mayAsk }: SitemapOptions,
): Promise<SitemapPages> {
  const home = new URL(sitemap);
  const gaps = new Set<string>();
  const addresses: string[] = [];

  const read = async (url: string) => {
    if (!(await mayAsk())) return undefined;
    const about = addressOf(url)!;
    const mayFollow = (target: string) => isSameHost(new URL(target), home);
    const answer = await readBody(page, url, { mayFollow, maximumBytes, patience });
    if (typeof answer === "string") return void gaps.add(`the sitemap ${about} ${explain[answer]}`);
    if (answer.status >= 300)
      return void gaps.add(`the sitemap ${about} answered with status ${answer.status}`);
    const found = readSitemap(answer.text);
    if (!found) gaps.add(`the sitemap ${about} is none that can be read`);
    const noAddress = found?.addresses.find((one) => !parseWebAddress(one));
    if (noAddress !== undefined)
      gaps.add(
        `the sitemap ${about} names what is no whole address, such as ${JSON.stringify(noAddress.slice(0, 100))}`,
      );
    if (answer.isCut)
      gaps.add(`the sitemap ${about} is larger than 10 MB, and its end was left out`);
    return found;
  };

  const take = (found: readonly string[]): void => {
    const room = maximumAddresses - addresses.length;
    for (const one of found.slice(0, room)) addresses.push(one);
    if (found.length > room)
      gaps.add(`sitemaps name more than ${maximumAddresses} addresses, and the rest was left out`);
  };

  const first = await read(sitemap);
  if (!first?.isIndex) {
    take(first?.addresses ?? []);
    return { addresses, gaps: [...gaps] };
  }
  const parts = first.addresses.map(parseWebAddress).filter((url) => url !== undefined);
  const own = parts.filter((url) => isSameHost(url, home));
  if (own.length < parts.length)
    gaps.add(
      `the sitemap ${addressOf(sitemap)!} names sitemaps of other hosts, which were not read`,
    );
  if (own.length > maximumSitemaps)
    gaps.add(
      `the sitemap ${addressOf(sitemap)!} names more than ${maximumSitemaps} others, and the rest was left out`,
    );
  for (const part of own.slice(0, maximumSitemaps)) {
    if (addresses.length >= maximumAddresses) break;
    const found = await read(part.href);
    if (found?.isIndex)
      gaps.add(
        `the sitemap ${addressOf(part.href)!} is an index within an index, which was not read`,
      );
    else take(found?.addresses ?? []);
  }
  return { addresses, gaps: [...gaps] };
}
