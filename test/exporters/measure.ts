import type { Browser } from "playwright-core";
import type { ExportSource } from "../../src/exporters/exporter.ts";
import { consentRecordOf } from "../../src/exporters/consent-record.ts";
import { type Banner, namesLeft, openBanner, seedsOf, setCookies, undeclared } from "./banners.ts";

/** What a refusal left of cookies that ask, and took of others. */
interface Refusal {
  /** With a domain, or for the host alone. */
  readonly set: "host" | "domain";
  readonly before: "nothing" | "accepted";
  readonly kept: readonly string[];
  readonly taken: readonly string[];
}

/** What a banner does with a site, in a browser. */
export interface Measured {
  readonly refusals: readonly Refusal[];
  /** In how many cookies that ask. */
  readonly asking: number;
  /** The days for which the choice is kept under the declared name; `null` where it is not. */
  readonly recordDays: number | null;
  /** What it shows, where it shows something. */
  readonly shown: string;
  readonly faults: readonly string[];
}

async function refuse(
  browser: Browser,
  banner: Banner,
  source: ExportSource,
  { set, before }: Pick<Refusal, "set" | "before">,
): Promise<Refusal & { readonly faults: readonly string[] }> {
  const seeds = seedsOf(source);
  const opened = await openBanner(browser, banner, source);
  const attributes = set === "host" ? "" : `; domain=${source.hosts.at(-1)}`;
  for (const choice of before === "accepted" ? [banner.accept, banner.reject] : [banner.reject]) {
    await setCookies(opened, seeds, attributes);
    await opened.page.evaluate(choice);
    await opened.page.waitForTimeout(150);
  }
  const left = await namesLeft(opened);
  const names = (asks: boolean) => seeds.filter((one) => one.asks === asks).map(({ name }) => name);
  await opened.context.close();
  return {
    set,
    before,
    kept: names(true).filter((name) => left.includes(name)),
    taken: [...names(false), ...undeclared].filter((name) => !left.includes(name)),
    faults: opened.faults,
  };
}

async function keepChoice(browser: Browser, banner: Banner, source: ExportSource) {
  const opened = await openBanner(browser, banner, source);
  await opened.page.evaluate(banner.reject);
  const { name } = consentRecordOf(source.facts);
  const kept = (await opened.context.cookies()).find((one) => one.name === name);
  await opened.context.close();
  return kept ? Math.round((kept.expires - Date.now() / 1000) / 86_400) : null;
}

async function look(browser: Browser, { show, ...banner }: Banner, source: ExportSource) {
  if (!show) return "";
  const opened = await openBanner(browser, banner, source);
  await opened.page.evaluate(show.open);
  await opened.page.waitForSelector(show.text, { state: "attached" });
  const text = await opened.page.textContent(show.text);
  await opened.context.close();
  return text ?? "";
}

export async function measure(
  browser: Browser,
  banner: Banner,
  source: ExportSource,
): Promise<Measured> {
  const refusals = [];
  for (const before of ["nothing", "accepted"] as const)
    for (const set of ["host", "domain"] as const)
      refusals.push(await refuse(browser, banner, source, { set, before }));
  return {
    refusals,
    asking: seedsOf(source).filter(({ asks }) => asks).length,
    recordDays: await keepChoice(browser, banner, source),
    shown: await look(browser, banner, source),
    faults: refusals.flatMap((one) => one.faults),
  };
}
