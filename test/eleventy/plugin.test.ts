import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Started } from "../cli/start.ts";
import { textOf } from "../site/rendering.ts";
import { parse } from "parse5";
import { copyHost, readOutput, startEleventy } from "./host.ts";

const host = copyHost();
const plain = await startEleventy(host, "--config=plain.config.js", "--output=plain").ended;
const run = await startEleventy(host).ended;
const before = readOutput(join(host, "plain"));
const after = readOutput(join(host, "_site"));

test("every page and file of the host stays as it was without the plugin, byte for byte", () => {
  expect([plain.status, run.status]).toEqual([0, 0]);
  expect([...before.keys()]).toEqual([
    "bread/index.html",
    "fr/index.html",
    "index.html",
    "style.css",
  ]);
  expect(new Map([...after].filter(([path]) => before.has(path)))).toEqual(before);
});

test("nothing comes to be but the pages of the policy and those that ask for a part of it", () => {
  expect([...after.keys()].filter((path) => !before.has(path))).toEqual([
    "cookies/index.html",
    "fr/cookies/index.html",
    "fr/services/index.html",
    "statistics/index.html",
  ]);
});

test("a whole policy stands in the layout of the host, with its title and language", () => {
  const page = after.get("fr/cookies/index.html")!;
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<a href="/fr/cookies/" aria-current="page">');
  expect(page).toMatch(/<title>Politique .* – Town Bakery<\/title>/);
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toContain('<article class="cookie-policy" lang="fr" dir="ltr">');
  expect(page).toContain('<h2 id="cookie-policy-your-rights">');
});

test("in Markdown, what the shortcodes give is neither read nor changed", () => {
  const page = after.get("statistics/index.html")!;
  expect(page.match(/<table/g)).toHaveLength(1);
  expect(textOf(parse(page))).toContain("_pk_id.*");
  expect(page).toContain('<h2 id="cookie-policy-your-choice">');
  expect(page).toContain("<p>And that is <em>all</em>.</p>");
  expect(page).not.toContain("<p><div");
  expect(page).not.toContain("<pre>");
});

test("the global data hold what the page shows", () => {
  const page = after.get("fr/services/index.html")!;
  expect(page).toContain('<h4 id="cookie-policy-provider-matomo">');
  const own = /<table class="mine">.*<\/table>/s.exec(page)![0];
  expect(textOf(parse(own))).toContain("Cookies nécessairesTown BakeryPanier d’achatbasket");
});

/** Does something every two seconds until something holds, since a watcher may not yet, or just not, look. */
async function doUntil(holds: () => boolean, act: () => void = () => undefined): Promise<void> {
  for (let waited = 0; !holds(); waited += 100) {
    if (waited % 2000 === 0) act();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const listenTo = ({ process: { stdout, stderr } }: Started) => {
  let text = "";
  for (const stream of [stdout, stderr]) stream!.on("data", (part: string) => (text += part));
  return () => text;
};

const report = [
  'policy/data/providers/bakery.yaml:8:5: error: unknown key "foo", expected one of 21 [unknown-key]',
  "  |",
  "8 |     foo: bar",
  "  |     ^~~",
];

test("a fault of the registry stops a run, at its place and with its excerpt", async () => {
  const folder = copyHost();
  appendFileSync(join(folder, "policy/data/providers/bakery.yaml"), "    foo: bar\n");
  const { status, stderr } = await startEleventy(folder).ended;
  const lines = stderr.split("\n").map((line) => line.replace(/^\[11ty\] /, ""));
  expect(status).toBe(1);
  expect(lines.join("\n")).toContain(report.join("\n"));
  expect(stderr).not.toContain("    at ");
  expect(readOutput(join(folder, "_site")).size).toBe(0);
});

test("a watching Eleventy renews its pages at a change of the registry, and outlives a fault", async () => {
  const folder = copyHost();
  const provider = join(folder, "policy/data/providers/bakery.yaml");
  const text = readFileSync(provider, "utf8");
  const page = () => readOutput(join(folder, "_site")).get("cookies/index.html") ?? "";
  const said = listenTo(startEleventy(folder, "--watch"));
  const write = (changed: string) => () => writeFileSync(provider, changed);
  const named = (name: string) => text.replace("Town Bakery", name);
  await doUntil(() => said().includes("Watching"));
  await doUntil(() => page().includes("Village Bakery"), write(named("Village Bakery")));
  await doUntil(() => said().includes(report[0]!), write(`${text}    foo: bar\n`));
  await doUntil(() => page().includes("City Bakery"), write(named("City Bakery")));
  expect(page()).not.toContain("Village Bakery");
});

test("a page of a site that there is not is a fault that says which there are", async () => {
  const folder = copyHost();
  const config = join(folder, "eleventy.config.js");
  writeFileSync(config, readFileSync(config, "utf8").replace('"bakery"', '"bakry"'));
  const { status, stderr } = await startEleventy(folder).ended;
  expect(status).toBe(1);
  expect(stderr).toContain('unknown site "bakry", expected "bakery"');
});
