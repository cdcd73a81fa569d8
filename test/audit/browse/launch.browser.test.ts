import { afterAll, beforeAll, expect, test } from "vitest";
import { browse } from "../../../src/audit/browse/browse.ts";
import { fixtureBounds, leftovers, lookAt } from "./looking.ts";
import { serve, type Server } from "./server.ts";
import { site } from "./things.ts";

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
  expect(leftovers()).not.toEqual([]);
  const began = performance.now();
  ending.abort(new Error("enough"));
  await expect(looking).rejects.toThrow("enough");
  expect(performance.now() - began).toBeLessThan(fixtureBounds.answer / 2);
  // Playwright removes a folder of its own a moment after the browser has ended.
  await expect.poll(leftovers, { timeout: 30_000 }).toEqual([]);
});
