import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { cannot, codeOf } from "../../files/system-error.ts";
import {
  eventsPath,
  renderFault,
  type ShownReport,
  waitingPage,
  withReload,
} from "./fault-page.ts";

/** A web server for this machine alone. */
export interface Preview {
  readonly port: number;
  /** Has every open page loaded anew; while there is a fault, each page is its report. Until first called, the pages are being built. */
  readonly show: (shown?: ShownReport) => void;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
};

/** The names in the path of an address, the last one empty for a folder; `undefined` where they are no names of files. */
export function readPath(address: string): string[] | undefined {
  const [path = ""] = address.split("?");
  if (!path.startsWith("/")) return undefined;
  try {
    const names = path.slice(1).split("/").map(decodeURIComponent);
    const isSafe = (name: string, index: number) =>
      // oxlint-disable-next-line no-control-regex -- no file has such a name
      !/^\.|[/\\:\u0000-\u001f]/.test(name) && (name !== "" || index === names.length - 1);
    return names.every(isSafe) ? names : undefined;
  } catch {
    return undefined;
  }
}

/** Another site that a browser has open can ask this machine as well: it is told by its own name. */
function isForeign({ headers: { host, origin } }: IncomingMessage, port: number): boolean {
  const names = ["localhost", "127.0.0.1"];
  const own = new Set(names.map((name) => `${name}:${port}`));
  // A browser leaves out the port that HTTP has by itself.
  if (port === 80) for (const name of names) own.add(name);
  const isOwn = (name: string) => own.has(name.toLowerCase());
  return !isOwn(host ?? "") || (origin !== undefined && !isOwn(origin.replace("http://", "")));
}

type Answer = readonly [status: number, type: string, body: string | Buffer];

const say = (status: number, text: string): Answer => [status, types[".txt"]!, `${text}\n`];

function readFile(folder: string, names: readonly string[]): Answer {
  const path = join(folder, ...names, ...(names.at(-1) === "" ? ["index.html"] : []));
  try {
    const stats = lstatSync(path);
    if (stats.isDirectory()) return [302, `/${names.map(encodeURIComponent).join("/")}/`, ""];
    if (!stats.isFile()) return say(404, "no such page");
    return [200, types[extname(path)] ?? "application/octet-stream", readFileSync(path)];
  } catch (error) {
    // A build may be putting the next pages in the place of the last.
    return codeOf(error) === undefined ? say(500, "fault") : say(404, "no such page");
  }
}

function send(response: ServerResponse, [status, type, body]: Answer): void {
  response.writeHead(status, {
    ...(status === 302 ? { Location: type } : { "Content-Type": type }),
    ...(status === 503 ? { "Retry-After": "2" } : {}),
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

const maximumPorts = 20;

/** Listens at the port or, where that is taken, at the next one that is free; returns which. */
async function listenNear(server: Server, port: number, print: Print): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      await listen(server, next);
      const address = server.address();
      return typeof address === "object" && address ? address.port : next;
    } catch (error) {
      const isLast = next >= Math.min(port + maximumPorts, 65_535);
      if (codeOf(error) !== "EADDRINUSE" || isLast) throw cannot(`listen at port ${next}`, error);
      print(`port ${next} is taken\n`);
    }
  }
}

type Print = (text: string) => void;

/** Serves the files of a folder to browsers on this machine until it is closed. */
export async function servePreview(folder: string, port: number, print: Print): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let [version, shown]: [string, ShownReport | undefined] = [randomUUID(), undefined];

  function follow(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(":\n\n");
    if (!request.url!.endsWith(`?${version}`)) response.write("data: changed\n\n");
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }

  function answer(names: readonly string[]): Answer {
    const isPage = ["", ".html"].includes(extname(names.at(-1)!));
    if (!shown)
      return isPage
        ? [503, types[".html"]!, withReload(waitingPage, version, {})]
        : say(503, "the pages are being built");
    const found: Answer =
      shown.fault !== undefined && isPage
        ? [500, types[".html"]!, renderFault(shown.fault)]
        : readFile(folder, names);
    const [status, type, body] = found;
    return type === types[".html"]
      ? [status, type, withReload(String(body), version, shown)]
      : found;
  }

  const server = createServer((request, response) => {
    const { method = "", url = "" } = request;
    const names = readPath(url);
    if (isForeign(request, chosen)) send(response, say(403, "this is for this machine alone"));
    else if (!["GET", "HEAD"].includes(method)) send(response, say(405, "expected GET"));
    else if (url.split("?")[0] === eventsPath) follow(request, response);
    else if (!names) send(response, say(400, "no such page"));
    else send(response, answer(names));
  });
  const chosen: number = await listenNear(server, port, print);
  return {
    port: chosen,
    show(next = {}) {
      shown = next;
      version = randomUUID();
      for (const response of listeners) response.write("data: changed\n\n");
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
