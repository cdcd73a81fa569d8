import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSetCookie, type Response, type SetCookie } from "../../src/observation/set-cookie.ts";
import { anyText } from "../any-text.ts";

const time = Date.UTC(2026, 10, 23, 12);
const at = { url: "https://www.shop.example/account/orders?id=1", time };

/** The cookie of a header that browsers keep. */
function keep(header: string, from: Response): SetCookie | undefined {
  const { cookie, refused } = readSetCookie(header, from);
  return refused === undefined ? cookie : undefined;
}

const read = (header: string) => keep(header, at);
const length = (seconds: number) => ({ kind: "length", seconds, capped: false });
const day = 86_400;

test("reads every attribute and no value", () => {
  expect(
    read("sid=secret; Path=/x; Domain=.Shop.Example; HttpOnly; Secure; SameSite=None; Partitioned"),
  ).toEqual({
    name: "sid",
    host: "shop.example",
    hostOnly: false,
    path: "/x",
    lifetime: { kind: "session" },
    deletes: false,
    httpOnly: true,
    secure: true,
    sameSite: "none",
    partitioned: true,
  });
});

test("takes what is absent from the response", () => {
  expect(read("sid=1")).toEqual({
    name: "sid",
    host: "www.shop.example",
    hostOnly: true,
    path: "/account",
    lifetime: { kind: "session" },
    deletes: false,
    httpOnly: false,
    secure: false,
    partitioned: false,
  });
});

describe("how long it stays", () => {
  test.each([
    ["Max-Age=3600", 3600],
    ["Expires=Tue, 24 Nov 2026 12:00:00 GMT", day],
    ["Expires=Tue, 24-Nov-2026 12:00:00 GMT", day],
    ["Expires=Tuesday, 24-Nov-26 12:00:00 GMT", day],
    ["Expires=Tue Nov 24 12:00:00 2026", day],
    ["Expires=Tue, 24-Nov-2026 12:00:00 UTC", day],
    ["Expires=24 nov 26 12:00:00", day],
    ["Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60", 60],
    ["Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", 60],
    ["Max-Age=60; Max-Age=x", 60],
  ])("%s", (attributes, seconds) => {
    expect(read(`a=1; ${attributes}`)).toMatchObject({ lifetime: length(seconds), deletes: false });
  });

  test.each(["Expires=0", "Expires=soon", "Max-Age=1e3", "Max-Age=", "Expires=Tue, 24 Nov 2026"])(
    "%s is ignored, as browsers do",
    (attribute) => {
      expect(read(`a=1; ${attribute}`)).toMatchObject({ lifetime: { kind: "session" } });
    },
  );

  test.each([
    "Max-Age=0",
    "Max-Age=-1",
    "Max-Age=0; Expires=Tue, 24 Nov 2037 12:00:00 GMT",
    "Expires=Thu, 01-Jan-1970 00:00:01 GMT",
    "Expires=Mon, 23 Nov 2026 12:00:00 GMT",
  ])("%s deletes it", (attributes) => {
    expect(read(`a=1; ${attributes}`)).toMatchObject({ lifetime: length(0), deletes: true });
  });

  test("without the time of the response a date says only whether it is long past", () => {
    const readUntimed = (date: string) =>
      keep(`a=1; Expires=${date}`, { url: "https://shop.example/" });
    expect(readUntimed("Tue, 24 Nov 2037 12:00:00 GMT")).toMatchObject({
      lifetime: { kind: "unknown" },
      deletes: false,
    });
    expect(readUntimed("Sat, 26 Jul 1997 05:00:00 GMT")).toMatchObject({ deletes: true });
  });

  test("what is asked for is not cut at 400 days", () => {
    expect(read("a=1; Max-Age=315360000")).toMatchObject({ lifetime: length(315_360_000) });
    expect(read(`a=1; Max-Age=${"9".repeat(400)}`)).toMatchObject({
      lifetime: length(Number.MAX_SAFE_INTEGER),
    });
  });
});

test.each([
  ["https://www.shop.example/", "example.net"],
  ["https://www.shop.example/", "w.shop.example"],
  ["https://evilshop.example/", "shop.example"],
  ["http://127.0.0.1/", "0.0.1"],
  ["http://[::1]/", "1"],
  ["https://shop.example/", "shop.example/x"],
  ["https://shop.example/", "x@shop.example"],
  ["https://shop.example/", "shop.example:443"],
  ["https://shop.co.uk/", "co.uk"],
  ["https://shop.github.io/", "github.io"],
  ["https://shop.example/", "example"],
  ["data:text/html,x", "x"],
])("%s may not set a cookie for %s", (url, domain) => {
  expect(keep(`a=1; Domain=${domain}`, { url })).toBeUndefined();
});

test("a public suffix may set a cookie for itself alone", () => {
  expect(keep("a=1; Domain=github.io", { url: "https://github.io/" })).toMatchObject({
    host: "github.io",
    hostOnly: true,
  });
  expect(keep("a=1; Domain=localhost", { url: "http://localhost/" })).toMatchObject({
    hostOnly: true,
  });
});

test("an address has no hosts below it, even where a Domain names it", () => {
  expect(keep("a=1; Domain=127.0.0.1", { url: "http://127.0.0.1/" })).toMatchObject({
    host: "127.0.0.1",
    hostOnly: true,
  });
});

test("a Domain may be written in any script and case", () => {
  const url = "https://www.xn--bcher-kva.example/";
  expect(keep("a=1; Domain=BÜCHER.example", { url })).toMatchObject({
    host: "xn--bcher-kva.example",
    hostOnly: false,
  });
});

test.each([
  "",
  "=",
  "; Path=/",
  "a\u001b[31m=1",
  "a=\u0000",
  "a=1; Path=/\r\nSet-Cookie: b=2",
  `${"n".repeat(4097)}=1`,
  `a=${"v".repeat(4096)}`,
])("ignores what browsers ignore: %j", (header) => {
  expect(read(header)).toBeUndefined();
});

test.each(["=HttpOnly; Path=/", "secret; SameSite=None; Secure"])(
  "a cookie may have no name, and its value is not taken for one: %s",
  (header) => {
    expect(read(header)).toMatchObject({ name: "" });
    expect(JSON.stringify(readSetCookie(header, at))).not.toMatch(/"HttpOnly"|secret/);
  },
);

describe("what browsers refuse is told from what cannot be read", () => {
  const secure = "https://shop.example/";
  test.each([
    ["__Secure-a=x; Path=/", secure, "a prefix without Secure"],
    ["__Host-a=x; Path=/", secure, "a prefix without Secure"],
    [
      "__Host-a=x; Path=/; Domain=shop.example; Secure",
      secure,
      "__Host- with a Domain or another Path than /",
    ],
    ["__host-a=x; Secure", secure, "__Host- with a Domain or another Path than /"],
    ["__Host-a=x; Path=/admin; Secure", secure, "__Host- with a Domain or another Path than /"],
    ["a=x; SameSite=None", secure, "SameSite=None without Secure"],
    ["a=x; Partitioned", secure, "Partitioned without Secure"],
    ["a=x; Secure", "http://shop.example/", "Secure over http"],
    ["__Host-a; Path=/; Secure", secure, "no name, and a value that begins as a protected name"],
    ["a=x; Domain=other.example", secure, "a Domain that is not the response's"],
    ["a\u0007=x", secure, "a control character"],
  ])("%s from %s: %s", (header, url, refused) => {
    expect(readSetCookie(header, { url }).refused).toBe(refused);
  });

  test.each([
    ["__Host-a=x; Path=/; Secure", secure],
    ["__Secure-a=x; Domain=shop.example; Secure", secure],
    ["a=x; Partitioned; Secure; SameSite=None", secure],
    ["a=x; Secure", "http://localhost:8080/"],
    ["a=x; Secure", "http://127.0.0.1/"],
  ])("%s from %s is kept", (header, url) => {
    expect(keep(header, { url })).toBeDefined();
  });

  test.each([
    ["[set-cookie redacted]", "redacted"],
    ["***", "redacted"],
    ["REDACTED", "redacted"],
    ["<redacted>", "redacted"],
    ["", "empty"],
  ])("%j is %s", (header, unread) => {
    expect(readSetCookie(header, at)).toEqual({ unread });
  });

  test("a pair of which the value alone was taken out is read", () => {
    expect(read("sid=[redacted]; Path=/")).toMatchObject({ name: "sid" });
  });
});

test.each([
  ["gr\u00c3\u00b6\u00c3\u009fe", "größe"],
  ["größe", "größe"],
  ["caf\u00e9", "café"],
  ["日本", "日本"],
])("the bytes of %j are the name %s", (name, expected) => {
  expect(read(`${name}=1`)).toMatchObject({ name: expected });
});

test.each(["__proto__", "constructor", "toString", "ü", "a b", "@SUM(A1)"])(
  "keeps the name %j",
  (name) => {
    expect(read(`${name}=1`)).toMatchObject({ name });
  },
);

describe("dates", () => {
  const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const two = (number: number) => String(number).padStart(2, "0");
  const forms: readonly [string, (date: Date) => string][] = [
    ["RFC 1123", (date) => date.toUTCString()],
    ["the first draft of Netscape", (date) => date.toUTCString().replace(/ (\w{3}) /, "-$1-")],
    [
      "RFC 850",
      (date) =>
        `${days[date.getUTCDay()]}, ${two(date.getUTCDate())}-${months[date.getUTCMonth()]}-${two(date.getUTCFullYear() % 100)} ${date.toISOString().slice(11, 19)} GMT`,
    ],
    [
      "asctime",
      (date) =>
        `${days[date.getUTCDay()]!.slice(0, 3)} ${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()}`,
    ],
  ];

  test.each(forms)("in the form of %s are read to the second, in any zone", (_, print) => {
    // Two digits of a year mean 1970 to 2069.
    const [min, max] = [new Date(time + 1000), new Date("2069-12-31T23:59:59Z")];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const seconds = Math.floor(date.getTime() / 1000) - time / 1000;
        expect(read(`a=1; Expires=${print(date)}`)?.lifetime).toEqual(length(seconds));
      }),
    );
  });
});

test("no header at all is thrown upon, and no value kept", () => {
  const part = fc.oneof(
    anyText,
    fc.constantFrom(
      "Expires=",
      "Max-Age=-",
      "Domain=.",
      "Path=",
      "SameSite=x",
      "=;",
      "Partitioned",
    ),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const cookie = read(`n=CANARY; ${parts.join("; ")}`);
      expect(JSON.stringify(cookie ?? "")).not.toContain("CANARY");
    }),
  );
});
