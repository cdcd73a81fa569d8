import { connect } from "node:net";
import { once } from "node:events";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { readPath, servePreview } from "../../../src/cli/preview/server.ts";
import { temporaryFolder, writeFiles } from "../../project.ts";

const page = "<!doctype html><html><body><p>Town</p></body></html>\n";

async function makePreview(port = 0) {
  const folder = writeFiles(temporaryFolder(), { "secret.html": "secret" });
  writeFiles(join(folder, "site"), { "index.html": page, "town/index.html": page, ".mark": "x" });
  symlinkSync("../secret.html", join(folder, "site/link.html"));
  const printed: string[] = [];
  const preview = await servePreview(join(folder, "site"), port, (text) => printed.push(text));
  onTestFinished(preview.close);
  preview.show();
  return { ...preview, printed, origin: `http://localhost:${preview.port}` };
}

/** Sends bytes as they are and returns all that comes back. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("latin1").on("data", (text: string) => (answer += text));
  socket.on("error", () => undefined);
  socket.end(bytes, "latin1");
  await once(socket, "close");
  return answer;
}

const get = (path: string, port: number, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, "Connection: close", ...headers, "", ""].join(
    "\r\n",
  );

test.each(["/%", "/%ff", "//", "/..%2f..%2fetc%2fpasswd", "/a%2", "/../secret.html", "/%00"])(
  "the odd address %s is refused, and the server lives",
  async (path) => {
    const { port } = await makePreview();
    expect(await sendRaw(port, get(path, port))).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(await sendRaw(port, get("/", port))).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test.each(["no HTTP at all\r\n\r\n", "GET /\r\n\r\n", "CONNECT x:1 HTTP/1.1\r\n\r\n"])(
  "what is no request does not end it: %j",
  async (bytes) => {
    const { port } = await makePreview();
    await sendRaw(port, bytes);
    expect(await sendRaw(port, get("/", port))).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test("a malformed frame of a WebSocket does not end it", async () => {
  const { port } = await makePreview();
  const upgrade = ["Upgrade: websocket", "Sec-WebSocket-Version: 13"];
  const request = get("/", port, ...upgrade).replace("close", "Upgrade");
  const answer = await sendRaw(port, `${request}\x81\x05hello`);
  expect(answer).not.toContain("101");
  expect(await sendRaw(port, get("/", port))).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  ["a foreign host", { Host: "evil.example" }],
  ["a foreign origin", { Origin: "https://evil.example" }],
  ["a foreign origin that asks for a WebSocket", { Origin: "null", Upgrade: "websocket" }],
])("%s is refused", async (_, headers) => {
  const { port } = await makePreview();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const request = get("/", port, ...lines.filter((line) => !line.startsWith("Host")));
  const answer = await sendRaw(
    port,
    "Host" in headers ? request.replace(`localhost:${port}`, headers.Host) : request,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(answer).not.toContain("Town");
});

test("it listens to this machine alone", async () => {
  const { port } = await makePreview();
  await expect(once(connect(port, "127.0.0.2"), "connect")).rejects.toThrow("ECONNREFUSED");
});

test("a folder is shown by its index, a link and a hidden file not at all", async () => {
  const { origin } = await makePreview();
  expect(await (await fetch(`${origin}/town`)).text()).toContain("<p>Town</p>");
  expect((await fetch(`${origin}/town`)).url).toBe(`${origin}/town/`);
  for (const path of ["/link.html", "/.mark", "/nothing"])
    expect([path, (await fetch(origin + path)).status >= 400]).toEqual([path, true]);
  expect((await fetch(origin, { method: "POST" })).status).toBe(405);
});

test("until the first build is done a page says so, and loads itself anew", async () => {
  const folder = writeFiles(temporaryFolder(), { "index.html": page });
  const preview = await servePreview(folder, 0, () => undefined);
  onTestFinished(preview.close);
  const ask = (path: string) => fetch(`http://localhost:${preview.port}${path}`);
  const waiting = await ask("/");
  expect(waiting.status).toBe(503);
  expect(waiting.headers.get("Retry-After")).toBe("2");
  expect(await waiting.text()).toMatch(/http-equiv="refresh"[\s\S]*being built[\s\S]*EventSource/);
  expect((await ask("/page.css")).status).toBe(503);
  preview.show();
  const shown = await ask("/");
  expect([shown.status, shown.headers.get("Retry-After")]).toEqual([200, null]);
});

test("a fault stands in the place of every page until it is mended, as text", async () => {
  const { origin, show } = await makePreview();
  show({ fault: 'data/<x>.yaml:1:1: error: "&"' });
  const response = await fetch(`${origin}/town/`);
  expect(response.status).toBe(500);
  expect(await response.text()).toContain("data/&lt;x&gt;.yaml:1:1: error: &quot;&amp;&quot;");
  show();
  expect((await fetch(`${origin}/town/`)).status).toBe(200);
});

test("what the rules find stands folded over every page until it is mended, as text", async () => {
  const { origin, show } = await makePreview();
  show({ summary: "1 warning", report: "data/<x>.yaml:1:1: warning: &" });
  const response = await fetch(`${origin}/town/`);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toContain("<p>Town</p>");
  expect(text).toContain("<summary>1 warning</summary>");
  expect(text).toContain("data/&lt;x&gt;.yaml:1:1: warning: &amp;");
  show();
  expect(await (await fetch(`${origin}/town/`)).text()).not.toContain("<summary>");
});

describe("open pages", () => {
  const eventsOf = (html: string) => /"(\/\.events\?[^"]+)"/.exec(html)![1]!;

  async function follow(address: string) {
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const response = await fetch(address, { signal: ending.signal });
    const seen: string[] = [];
    void (async () => {
      for await (const chunk of response.body!) seen.push(Buffer.from(chunk).toString());
    })().catch(() => undefined);
    return seen;
  }

  test("are told of the next version", async () => {
    const { origin, show } = await makePreview();
    const seen = await follow(origin + eventsOf(await (await fetch(origin)).text()));
    expect(seen.join("")).not.toContain("data:");
    show();
    await vi.waitFor(() => expect(seen.join("")).toContain("data: changed\n\n"));
  });

  test("are told at once where they show an earlier one", async () => {
    const { origin, show } = await makePreview();
    const events = eventsOf(await (await fetch(origin)).text());
    show();
    const seen = await follow(origin + events);
    await vi.waitFor(() => expect(seen.join("")).toContain("data: changed\n\n"));
  });
});

test("a port that is taken is named, and the next one serves", async () => {
  const first = await makePreview();
  const { port, printed } = await makePreview(first.port);
  expect(printed[0]).toBe(`port ${first.port} is taken\n`);
  expect(port).toBeGreaterThan(first.port);
});

test("a port that may not be taken is a plain sentence", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "site"));
  const failure = Object.assign(new Error("EACCES"), { code: "EACCES", syscall: "listen" });
  const { Server } = await import("node:http");
  const listen = vi.spyOn(Server.prototype, "listen").mockImplementation(function (this: unknown) {
    queueMicrotask(() => (this as InstanceType<typeof Server>).emit("error", failure));
    return this as InstanceType<typeof Server>;
  });
  onTestFinished(() => listen.mockRestore());
  const serving = servePreview(join(folder, "site"), 80, () => undefined);
  await expect(serving).rejects.toThrow(CannotBuild);
  await expect(serving).rejects.toThrow("cannot listen at port 80: no permission");
});

test.each([
  ["/", [""]],
  ["/town/en/?x=%", ["town", "en", ""]],
  ["/b%C3%BCcher/page.css", ["bücher", "page.css"]],
  ["*", undefined],
  ["http://localhost/", undefined],
  ["/a//b", undefined],
  ["/a%5cb", undefined],
  ["/c:/x", undefined],
])("the address %s names %j", (address, names) => {
  expect(readPath(address)).toEqual(names);
});
