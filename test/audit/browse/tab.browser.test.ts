import { afterAll, beforeAll, expect, test } from "vitest";
import { liveLook } from "../../../src/audit/browse/optional-packages.ts";
import { withBrowser } from "../../../src/browser/launch.ts";
import { visit, type Visited } from "../../../src/audit/browse/visit.ts";
import { fixtureBounds, leftovers, lookAt } from "./looking.ts";
import { type Extra, serve, type Server } from "./server.ts";
import { site } from "./storage-fixture.ts";

const set = (name: string) => `document.cookie = "${name}=secret";`;

/** What the page of each path runs. */
const scripts: Readonly<Record<string, string>> = {
  "/dialog": `${set("dialog")} alert("Stop"); confirm("Really?");`,
  "/popup": `${set("popup")} open("/window");`,
  "/window": "",
  "/slow": set("slow"),
  "/reload": `${set("reload")} onload = () => location.reload();`,
  "/many": `for (let i = 0; i < 1500; i += 1) localStorage.setItem("many" + i, "secret");`,
  "/busy": `${set("busy")} for (;;);`,
  "/crash": `${set("crash")} const kept = []; for (;;) kept.push(new Array(1e6).fill(1.5));`,
  "/worker": `navigator.serviceWorker.register("/service.js");`,
  "/fine": set("fine"),
};

const answerBadly: Extra = ({ pathname }) => {
  if (pathname === "/hang" || pathname === "/hang.js") return "hang";
  if (pathname === "/loop") return { status: 302, headers: { location: "/loop" } };
  if (pathname === "/download")
    return { headers: { "content-disposition": "attachment", "set-cookie": "download=secret" } };
  if (pathname === "/service.js")
    return {
      headers: { "content-type": "text/javascript" },
      body: `oninstall = (event) => event.waitUntil(fetch("/from-worker"));`,
    };
  if (pathname === "/from-worker")
    return { headers: { "set-cookie": "worker=secret; Max-Age=60" } };
  const script = scripts[pathname];
  if (script === undefined) return undefined;
  const slow = pathname === "/slow" ? `<script src="/hang.js"></script>` : "";
  return {
    headers: { "content-type": "text/html" },
    body: `<!doctype html><title>Bad</title><script>${script}</script>${slow}`,
  };
};

/** Two tabs full: pages that end by themselves, and pages that nothing but the clock ends. */
const ending = "/loop /missing /download /dialog /popup /reload /many /worker /crash /fine".split(
  " ",
);
const endless = ["/hang", "/busy", "/slow"];
const endlessBounds = { ...fixtureBounds, answer: 3000, rest: 5000 };

let server: Server;
let visits: readonly Visited[];
let milliseconds: number;

async function visitBadly(tab: readonly string[], bounds = fixtureBounds): Promise<Visited> {
  const look = await lookAt(server, `https://${site}/`);
  const flags = [...server.flags, "--js-flags=--max-old-space-size=64"];
  const pages = tab.map((path) => `https://${site}${path}`);
  return withBrowser({ ...look, flags, need: liveLook }, (context) =>
    visit(context, { pages, bounds }),
  );
}

beforeAll(async () => {
  server = await serve([], answerBadly);
  const first = await visitBadly(ending);
  const began = performance.now();
  visits = [first, await visitBadly(endless, endlessBounds)];
  milliseconds = performance.now() - began;
});
afterAll(() => server.close());

test("a site that misbehaves is called incomplete, page by page", () => {
  const clauses = visits.flatMap(({ incomplete }) => [...incomplete]);
  expect(clauses.map((clause) => clause.replace(`https://${site}`, ""))).toEqual([
    "/loop did not load (ERR_TOO_MANY_REDIRECTS)",
    "/missing answered with status 404",
    "/download began a download, which was refused",
    "/dialog opened a dialog, which was dismissed",
    "/popup opened a window, which was closed",
    "/reload never stopped loading other pages",
    "/many set more than 1000 things, and the rest was left out",
    "/crash crashed",
    "/hang did not answer in 3 s",
    "/busy did not finish loading in 5 s",
    "/busy no longer answered",
    "/slow did not finish loading in 5 s",
  ]);
});

test.each(["dialog", "popup", "slow", "reload", "busy", "crash", "download", "worker", "fine"])(
  "what was seen until then is kept: %s",
  (name) => {
    const seen = visits.flatMap(({ observations }) => observations);
    expect(seen.map((one) => one.name)).toContain(name);
  },
);

test("a visit of pages that never end ends in bounded time", () => {
  expect(milliseconds).toBeLessThan(fixtureBounds.phase / 2);
});

test("nothing is left in the folder for temporary files", () => {
  expect(leftovers()).toEqual([]);
});
