/** The name of the binding over which the hook tells; the hook takes it away before the page's own scripts run. */
export const bindingName = "cookieLedgerSees";

/** What a page's scripts were seen to write; everything in it may be made up by the page. */
export interface Told {
  readonly kind: "cookie" | "local-storage" | "session-storage" | "indexed-db" | "cache-storage";
  /** For a cookie a header without value, else the key or name. */
  readonly text: string;
  /** False where a cookie was not there after it was written. */
  readonly kept: boolean;
  /** Epoch milliseconds. */
  readonly time: number;
  /** The document, without query and fragment. */
  readonly document: string;
  /** The script, its line and its column. */
  readonly place?: readonly [url: string, line: number, column: number];
}

/**
 * Runs in every frame before its scripts and tells each kind of writing once for each place in a script. Values are cut
 * off here, so that none leaves the page. It is text, not a function, since what compiles this file would put calls of
 * its own helpers into it.
 */
export const hook = `(() => {
  const tell = globalThis.${bindingName};
  if (typeof tell !== "function") return;
  delete globalThis.${bindingName};
  const maximum = 1000;
  const now = Date.now;
  const write = JSON.stringify;
  const told = new Set();

  const document_ = () => {
    if (/^https?:$/.test(location.protocol)) return location.origin + location.pathname;
    const base = document.baseURI;
    return base.startsWith(self.origin + "/") ? base.replace(/[?#].*/s, "") : self.origin + "/";
  };

  const place = () => {
    const { stackTraceLimit, prepareStackTrace } = Error;
    Error.stackTraceLimit = 50;
    Error.prepareStackTrace = undefined;
    const { stack } = new Error();
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
    const found = /(?<!blob:)(https?:\\/\\/\\S{1,2000}?):(\\d+):(\\d+)(?=[),\\s]|$)/m.exec(stack);
    return found ? [found[1].replace(/[?#].*/s, ""), Number(found[2]), Number(found[3])] : undefined;
  };

  const report = (kind, text, kept) => {
    if (told.size >= maximum) return;
    const where = place();
    const key = write([kind, text, kept, where]);
    if (told.has(key)) return;
    told.add(key);
    tell(write({ kind, text: text.slice(0, 8192), kept, time: now(), document: document_(), place: where }));
    if (told.size === maximum) tell(write("too many"));
  };

  const quietly = (act) => {
    try {
      act();
    } catch {}
  };

  const known = /^\\s*(?:expires|max-age|domain|path|secure|samesite|partitioned|httponly)\\s*(?:=|$)/i;

  const cut = (text) => {
    const [pair, ...attributes] = text.split(";");
    const end = pair.indexOf("=");
    const name = end < 0 ? "" : pair.slice(0, end);
    return [name + "=", ...attributes.filter((one) => known.test(one))].join(";");
  };

  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  const isThere = (target, header) => {
    const name = header.slice(0, header.indexOf("=")).trim();
    if (/;\\s*path\\s*=\\s*\\//i.test(header) && !/;\\s*path\\s*=\\s*\\/\\s*(?:;|$)/i.test(header)) return true;
    return cookie.get.call(target).split("; ").some((pair) => pair.split("=", 1)[0] === name);
  };
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set(value) {
      const text = String(value);
      cookie.set.call(this, text);
      quietly(() => {
        const header = cut(text);
        report("cookie", header, isThere(this, header));
      });
    },
  });

  const wrap = (owner, method, before) => {
    const original = owner?.prototype[method];
    if (typeof original !== "function") return;
    const wrapped = {
      [method](...words) {
        quietly(() => before(this, words));
        return original.apply(this, words);
      },
    };
    Object.defineProperty(owner.prototype, method, {
      ...Object.getOwnPropertyDescriptor(owner.prototype, method),
      value: wrapped[method],
    });
  };

  wrap(globalThis.Storage, "setItem", (storage, [key]) => {
    let local = false;
    quietly(() => (local = storage === localStorage));
    report(local ? "local-storage" : "session-storage", String(key), true);
  });
  wrap(globalThis.IDBFactory, "open", (factory, [name]) => report("indexed-db", String(name), true));
  wrap(globalThis.CacheStorage, "open", (caches, [name]) => report("cache-storage", String(name), true));

  wrap(globalThis.CookieStore, "set", (store, [first, value]) => {
    const options = typeof first === "object" ? first : { name: first };
    const plain = (text) => String(text).replace(/[;\\r\\n]/g, "");
    const { expires, domain, path = "/", sameSite = "strict", partitioned } = options;
    const header = [
      plain(options.name) + "=",
      ...(expires == null ? [] : ["Expires=" + new Date(Number(expires)).toUTCString()]),
      ...(domain == null ? [] : ["Domain=" + plain(domain)]),
      "Path=" + plain(path),
      "SameSite=" + plain(sameSite),
      "Secure",
      ...(partitioned ? ["Partitioned"] : []),
    ];
    report("cookie", header.join("; "), true);
  });
})();`;
