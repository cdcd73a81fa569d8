import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { consentRecordOf } from "../../src/exporters/consent-record.ts";
import { switchesOf } from "../../src/exporters/switches.ts";
import { memoize } from "../../src/memo.ts";
import { launchBrowser } from "../chromium.ts";
import { root } from "../project.ts";
import { type Banner, banners, namesLeft, openBanner, seedsOf, setCookies } from "./banners.ts";
import { openHostPage } from "./host-page.ts";
import { measure, type Measured } from "./measure.ts";
import { exportTo, hardSource, sampleSource } from "./sources.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser.close();
});

const hard = hardSource();
const sources = { "example-shop": sampleSource("example-shop"), "a hard site": hard };

const measureHard = memoize((banner: Banner) => measure(browser, banner, hard));

/** Those that do with a site all that its registry says. */
const whole = banners.filter(({ id }) => id === "vanilla-cookieconsent" || id === "klaro");

describe.each(whole)("$id", (banner) => {
  test.each(Object.entries(sources))(
    "of %s: a refusal erases what asks and nothing else, and is kept as declared",
    async (_, source) => {
      const { refusals, recordDays, faults } = await (source === hard
        ? measureHard(banner)
        : measure(browser, banner, source));
      expect(refusals).toHaveLength(4);
      for (const refusal of refusals) expect(refusal).toMatchObject({ kept: [], taken: [] });
      expect(recordDays).toBe(consentRecordOf(source.facts).days);
      expect(faults).toEqual([]);
    },
  );

  test.each(Object.entries(sources))(
    "of %s: nothing that asks runs before a choice, all of it does and stays once accepted",
    async (_, source) => {
      const opened = await openBanner(browser, banner, source);
      const switches = switchesOf(source.facts);
      const asked = new Set(
        switches.flatMap(({ id, decision }) => (decision === "asked" ? [id] : [])),
      );
      const ran = () => opened.page.evaluate<string[]>("[...new Set(window.ran ?? [])].sort()");
      expect((await ran()).filter((id) => asked.has(id))).toEqual([]);
      expect(await namesLeft(opened)).toEqual([]);
      const seeds = seedsOf(source);
      await setCookies(opened, seeds, "");
      await opened.page.evaluate(banner.accept);
      await opened.page.waitForFunction(`new Set(window.ran ?? []).size >= ${switches.length}`);
      expect(await ran()).toEqual(switches.map(({ id }) => id).toSorted());
      expect(await namesLeft(opened)).toEqual(
        expect.arrayContaining(seeds.map(({ name }) => name)),
      );
      await opened.context.close();
    },
  );

  test.each(hard.facts.languages)("what it shows in %s is what the registry says", async (tag) => {
    const { open, text } = banner.show!;
    const { facts } = hard;
    const opened = await openBanner(browser, banner, {
      ...hard,
      facts: { ...facts, languages: [tag] },
    });
    await opened.page.evaluate(open);
    await opened.page.waitForSelector(text);
    const shown = (await opened.page.textContent(text))!;
    const { banner: texts, categories, purposes } = facts.words[tag]!;
    const isTable = banner.id === "vanilla-cookieconsent";
    const expected = [
      texts.preferencesTitle,
      texts.save,
      texts.rejectAll,
      texts.acceptAll,
      ...facts.providers.map(({ name }) => name),
      ...Object.values(categories).flatMap(({ name, description }) => [name, description]),
      ...facts.cookies.flatMap((one) => one.purposes.map((id) => purposes[id]!)),
      ...(isTable ? facts.cookies.map(({ name }) => name) : []),
    ];
    expect(expected.filter((one) => !shown.includes(one))).toEqual([]);
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });
});

/** The script that a section of docs/banners.md shows. */
function scriptIn(heading: string): string {
  const guide = readFileSync(join(root, "docs/banners.md"), "utf8");
  const section = guide.split(/^## /m).find((one) => one.startsWith(`${heading}\n`))!;
  return /```html\n(<script>.*?<\/script>)\n```/s.exec(section)![1]!;
}

test("the script for Google's consent mode, as documented, says the defaults before all else", async () => {
  const { text } = exportTo("google-consent-mode", sources["example-shop"]);
  const body = `<script>config = ${text}</script>${scriptIn("Google consent mode")}
<script>gtag("config", "G-1")</script>`;
  const { page, context, faults } = await openHostPage(browser, "https://shop.example/", body);
  const said = await page.evaluate<string[][]>("dataLayer.map((one) => [...one])");
  expect(said.map(([command, what]) => `${command} ${what}`)).toEqual([
    "consent default",
    "config G-1",
  ]);
  expect(said[0]![2]).toMatchObject({ ad_storage: "denied", security_storage: "granted" });
  expect(faults).toEqual([]);
  await context.close();
});

test("the script for tarteaucitron, as documented, lists every service that is not necessary", async () => {
  const { text } = exportTo("tarteaucitron", hard);
  const body = `<script>config = ${text}</script><script src="/npm/tarteaucitronjs/tarteaucitron.js"></script>${scriptIn("tarteaucitron")}`;
  const { page, context, faults } = await openHostPage(browser, "https://town.example/", body);
  await page.waitForFunction(
    `document.querySelectorAll('.tarteaucitronLine[id$="Line"]').length === 4`,
  );
  expect(faults).toEqual([]);
  await context.close();
});

const marked = /(?<=^<!-- Renewed by [^>]*-->\n\n)(?:\|[^\n]*\n)+/m;

/** One row a line: what is asked, and the answer of each banner. */
function tableOf(measured: readonly Measured[]): string {
  const count = (set: string, before: string) =>
    measured.map(({ refusals, asking }) => {
      const { kept } = refusals.find((one) => one.set === set && one.before === before)!;
      return `${kept.length} of ${asking}`;
    });
  const yes = (is: (one: Measured) => boolean) => measured.map((one) => (is(one) ? "yes" : "no"));
  const { cookies, words } = hard.facts;
  const purpose = words["en"]!.purposes["remember-display"]!;
  const { days } = consentRecordOf(hard.facts);
  const rows: [string, ...string[]][] = [
    ["", ...banners.map(({ id }) => `\`${id}\``)],
    ["---", ...banners.map(() => "---")],
    ["stay after a first refusal, set for the host alone", ...count("host", "nothing")],
    ["stay after a first refusal, set with a domain", ...count("domain", "nothing")],
    ["stay once consent is withdrawn, set for the host alone", ...count("host", "accepted")],
    ["stay once consent is withdrawn, set with a domain", ...count("domain", "accepted")],
    [
      "are erased though they need no consent or nobody declares them",
      ...measured.map(({ refusals }) => String(new Set(refusals.flatMap((one) => one.taken)).size)),
    ],
    [
      "keeps the choice under its declared name and length",
      ...yes((one) => one.recordDays === days),
    ],
    [
      "shows the name of every cookie",
      ...yes(({ shown }) => cookies.every(({ name }) => shown.includes(name))),
    ],
    ["shows what each service is for", ...yes(({ shown }) => shown.includes(purpose))],
  ];
  return rows.map((row) => `| ${row.join(" | ")} |\n`).join("");
}

test("docs/banners.md says what each banner did", async () => {
  const measured: Measured[] = [];
  for (const banner of banners) measured.push(await measureHard(banner));
  expect(measured.flatMap(({ faults }) => faults)).toEqual([]);
  const document = readFileSync(join(root, "docs/banners.md"), "utf8");
  const fresh = document.replace(marked, () => tableOf(measured));
  await expect(fresh).toMatchFileSnapshot("../../docs/banners.md");
});
