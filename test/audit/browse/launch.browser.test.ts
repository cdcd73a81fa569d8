import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { browse } from "../../../src/audit/browse/browse.ts";
import { liveLook } from "../../../src/audit/browse/optional-packages.ts";
import { withBrowser } from "../../../src/browser/launch.ts";
import { visit } from "../../../src/audit/browse/visit.ts";
import { fixtureBounds, leftovers, lookAt } from "./looking.ts";
import { serve, type Server } from "./server.ts";
import { site } from "./storage-fixture.ts";

/** Buffers are outside of the heap that Chromium bounds by itself. */
const endlessPage = `<!doctype html><title>Endless</title><script>
const kept = [];
setInterval(() => {
  kept.push(new Uint8Array(5e7).fill(1));
  fetch("/again");
}, 20);
</script>`;

let server: Server;
beforeAll(async () => {
  server = await serve([], () => "hang");
});
afterAll(() => server.close());

test("a browser that is not there, or is none, is named in a sentence", async () => {
  const look = await lookAt(server, `https://${site}/`);
  await expect(browse({ ...look, browser: "/no/browser" })).rejects.toThrow(
    'there is no browser at "/no/browser"',
  );
  await expect(browse({ ...look, browser: process.execPath })).rejects.toThrow(
    /^the browser did not start: [^\n]*$/,
  );
});

test("an abort ends the look at once, and leaves nothing behind", async () => {
  const look = await lookAt(server, `https://${site}/`);
  const ending = new AbortController();
  const looking = browse({ ...look, signal: ending.signal });
  while (!server.asked.some((url) => url.startsWith("https://")))
    await new Promise((resolve) => setTimeout(resolve, 20));
  // Whatever ends this process leaves nothing of anyone else's.
  expect(leftovers()).toEqual([expect.stringMatching(/^cookie-ledger-profile-/)]);
  const began = performance.now();
  ending.abort(new Error("enough"));
  await expect(looking).rejects.toThrow("enough");
  expect(performance.now() - began).toBeLessThan(fixtureBounds.answer / 2);
  expect(leftovers()).toEqual([]);
});

test("a page without end is ended before it takes the memory of the machine", async () => {
  const endless = await serve([], ({ pathname }) =>
    pathname === "/" ? { headers: { "content-type": "text/html" }, body: endlessPage } : undefined,
  );
  onTestFinished(() => endless.close());
  const look = await lookAt(endless, `https://${site}/`);
  // A busy machine may take a while between two requests of the page: that is no rest.
  const bounds = { ...fixtureBounds, quiet: fixtureBounds.rest };
  const { incomplete } = await withBrowser({ ...look, need: liveLook }, (context) =>
    visit(context, { pages: [look.url], bounds }),
  );
  expect([...incomplete]).toEqual([`https://${site}/ crashed`]);
});
