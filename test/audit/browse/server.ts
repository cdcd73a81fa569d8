import { createServer } from "node:https";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { banners, klaro, pageOf, vanilla } from "./pages.ts";
import { addressOfCarrier, site, type Thing } from "./storage-fixture.ts";

/** The script's second line sets the thing. */
function scriptOf({ name, storage, attributes = "", write }: Thing): string {
  const text = JSON.stringify(name);
  const setCookie = `document.cookie = ${JSON.stringify(`${name}=secret; ${attributes}`)};`;
  const statements: Readonly<Record<string, string>> = {
    cookie: setCookie,
    once: `if (!document.cookie.includes(${text})) ${setCookie}`,
    "cookie-store": `cookieStore.set(${text}, "secret");`,
    "and-delete": `document.cookie = "${name}=secret"; document.cookie = "${name}=; Max-Age=0";`,
    "local-storage": `localStorage.setItem(${text}, "secret");`,
    assign: `localStorage[${text}] = "secret";`,
    "assign-and-delete": `localStorage[${text}] = "secret"; delete localStorage[${text}];`,
    "session-storage": `sessionStorage.setItem(${text}, "secret");`,
    "indexed-db": `indexedDB.open(${text});`,
    "cache-storage": `caches.open(${text});`,
  };
  return `// sets ${name}\n${statements[write ?? storage]}\n`;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  /** Writes the body by itself, behind the headers. */
  readonly stream?: (response: ServerResponse) => void;
}

const pixel = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

const setCookie = ({ name, attributes = "" }: Thing): string => `${name}=secret; ${attributes}`;

const html = { "content-type": "text/html" };

function carry(thing: Thing, url: string): Answer {
  const headers = { "set-cookie": setCookie(thing) };
  switch (thing.carrier) {
    case "image":
      return { headers: { ...headers, "content-type": "image/gif" }, body: pixel };
    case "redirect":
      return {
        status: 302,
        headers: { ...headers, location: `https://banners.example/pixel.gif` },
      };
    case "frame":
      return { headers: { ...headers, ...html }, body: "" };
    case "frame-script":
      return url.endsWith(".js")
        ? { headers: { "content-type": "text/javascript" }, body: scriptOf(thing) }
        : { headers: html, body: `<script src="${url}.js"></script>` };
    default:
      return { headers: { "content-type": "text/javascript" }, body: scriptOf(thing) };
  }
}

/** What the server answers for other addresses than those of things and banners. */
export type Extra = (url: URL) => Answer | "hang" | undefined;

function answer(things: readonly Thing[], url: URL): Answer {
  if (url.pathname === "/vanilla.js" || url.pathname === "/klaro.js")
    return {
      headers: { "content-type": "text/javascript" },
      body: url.pathname === "/klaro.js" ? klaro : vanilla,
    };
  const banner = banners.find((one) => url.pathname === `/${one}`);
  if (url.host === site && banner) {
    const cookies = things.filter(({ carrier }) => carrier === "page").map(setCookie);
    return { headers: { ...html, "set-cookie": cookies }, body: pageOf(things, banner) };
  }
  const thing = things.find((one) => url.href.replace(/\.js$/, "") === addressOfCarrier(one));
  return thing ? carry(thing, url.href) : { status: url.pathname === "/pixel.gif" ? 200 : 404 };
}

export interface Server {
  /** Sends every host to this server, and lets its certificate pass. */
  readonly flags: readonly string[];
  /** Every address that was asked for. */
  readonly asked: readonly string[];
  /** Answers for these things from now on. */
  readonly set: (things: readonly Thing[]) => void;
  readonly close: () => Promise<void>;
}

/** An HTTPS server on loopback that is every host in the world to the browser. */
export async function serve(
  first: readonly Thing[],
  extra: Extra = () => undefined,
): Promise<Server> {
  let things = first;
  const asked: string[] = [];
  const { private: key, cert } = generate([{ name: "commonName", value: site }]);
  const server = createServer(
    { key, cert },
    ({ url: path = "/", headers: { host = "" } }, response) => {
      const url = new URL(path, `https://${host}`);
      asked.push(url.href);
      const found = extra(url) ?? answer(things, url);
      if (found === "hang") return;
      const { status = 200, headers = {}, body = "", stream } = found;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.writeHead(status);
      if (stream) stream(response);
      else response.end(body);
    },
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    flags: [
      "--no-sandbox",
      "--disable-gpu",
      "--ignore-certificate-errors",
      `--host-resolver-rules=MAP *:443 127.0.0.1:${port}, MAP * 127.0.0.1`,
    ],
    asked,
    set: (next) => (things = next),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
