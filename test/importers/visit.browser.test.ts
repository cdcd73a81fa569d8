import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Observation } from "../../src/observation/observation.ts";
import { readEvidenceText } from "../../src/importers/read-evidence.ts";
import { launchBrowser } from "../chromium.ts";
import { temporaryFolder } from "../project.ts";

const page = `<script>
document.cookie = "script=CANARY; path=/; max-age=864000";
localStorage.setItem("cart", "CANARY");
</script>`;

const server = createServer((request, response) => {
  if (request.url === "/") response.writeHead(302, { location: "/start" });
  else
    response.writeHead(200, {
      "content-type": "text/html",
      "set-cookie": [
        "sid=CANARY; Path=/; HttpOnly; SameSite=Lax",
        "lang=CANARY; Path=/; Max-Age=2592000; SameSite=Strict",
        "decade=CANARY; Path=/; Expires=Fri, 21-Nov-2036 12:00:00 GMT",
        "gone=CANARY; Path=/; Max-Age=0",
        "refused=CANARY; Domain=other.example",
      ],
    });
  response.end(page);
});

const folder = temporaryFolder();
const texts: Record<"har" | "state" | "devtools", string> = { har: "", state: "", devtools: "" };
let at = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  const path = join(folder, "visit.har");
  const context = await browser.newContext({ recordHar: { path } });
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.goto(`http://127.0.0.1:${port}/next?again`);
  const session = await context.newCDPSession(tab);
  texts.devtools = JSON.stringify(await session.send("Network.getAllCookies"));
  texts.state = JSON.stringify(await context.storageState({ indexedDB: true }));
  at = Date.now();
  await context.close();
  await browser.close();
  texts.har = readFileSync(path, "utf8");
});

afterAll(() => void server.close());

function cookiesIn(text: string): Record<string, Observation> {
  const { observations, diagnostics } = readEvidenceText({ file: "visit", text, capturedAt: at });
  expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(JSON.stringify(observations)).not.toContain("CANARY");
  const cookies = observations.filter(({ storage }) => storage === "cookie");
  return Object.fromEntries(cookies.map((one) => [one.name, one]));
}

const inDays = ({ lifetime }: Observation): string | number =>
  lifetime.kind === "length" ? Math.round(lifetime.seconds / 86_400) : lifetime.kind;

test("a browser's jar and its storage state show the same cookies", () => {
  const [state, devtools] = [cookiesIn(texts.state), cookiesIn(texts.devtools)];
  expect(Object.keys(state).toSorted()).toEqual(["decade", "lang", "script", "sid"]);
  expect(Object.keys(devtools).toSorted()).toEqual(Object.keys(state).toSorted());
  for (const [name, { lifetime, sameSite, ...rest }] of Object.entries(devtools)) {
    expect(state[name]).toMatchObject(rest);
    expect(inDays(state[name]!)).toBe(inDays({ ...rest, lifetime }));
    expect(sameSite ?? state[name]!.sameSite).toBe(state[name]!.sameSite);
  }
  expect(devtools["decade"]?.lifetime).toMatchObject({ capped: true });
});

test("its HAR shows the same, and beyond it what was asked for", () => {
  const [har, devtools] = [cookiesIn(texts.har), cookiesIn(texts.devtools)];
  expect(Object.keys(har).toSorted()).toEqual(Object.keys(devtools).toSorted());
  for (const name of ["sid", "lang"]) {
    const { host, hostOnly, path, httpOnly, secure, sameSite } = devtools[name]!;
    expect(har[name]).toMatchObject({ host, hostOnly, path, httpOnly, secure, sameSite });
    expect(inDays(har[name]!)).toBe(inDays(devtools[name]!));
  }
  expect(inDays(har["decade"]!)).toBeGreaterThan(3000);
  expect(har["script"]).toMatchObject({ host: "127.0.0.1", lifetime: { kind: "unknown" } });
  expect(har["sid"]?.page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start$/);
});

test("local storage is in the storage state", () => {
  const { observations } = readEvidenceText({ file: "visit", text: texts.state, capturedAt: at });
  expect(observations.filter(({ storage }) => storage === "local-storage")).toEqual([
    {
      name: "cart",
      storage: "local-storage",
      host: "127.0.0.1",
      hostOnly: true,
      lifetime: { kind: "persistent" },
    },
  ]);
});
