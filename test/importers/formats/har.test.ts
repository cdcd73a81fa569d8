import { expect, test } from "vitest";
import { read } from "../fixtures.ts";
import { cpuMilliseconds } from "../../cpu-time.ts";

interface Response {
  readonly url?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly cookies?: readonly object[];
  readonly sent?: readonly object[];
  readonly started?: string;
}

const archive = (responses: readonly Response[], creator = "Some Proxy") =>
  JSON.stringify({
    log: {
      creator: { name: creator },
      entries: responses.map(
        ({ url = "https://www.a.example/", headers = [], cookies = [], sent = [], started }) => ({
          startedDateTime: started ?? "2026-11-23T12:00:00.000Z",
          request: { url, cookies: sent },
          response: {
            headers: headers.map(([name, value]) => ({ name, value })),
            cookies,
          },
        }),
      ),
    },
  });

const namesIn = (responses: readonly Response[]) =>
  read(archive(responses)).observations.map(({ name }) => name);

test("a date within a header does not divide it, a line break does", () => {
  const value = "a=1; Expires=Wed, 21-Oct-2037 07:28:00 GMT\nb=2; Path=/\n\nc=3";
  expect(namesIn([{ headers: [["Set-Cookie", value]] }])).toEqual(["a", "b", "c"]);
});

test("headers go before the list, and what the list alone names is added", () => {
  const { observations } = read(
    archive([
      { headers: [["SET-COOKIE", "a=1; Max-Age=60"]], cookies: [{ name: "a" }, { name: "b" }] },
    ]),
  );
  expect(observations.map(({ name, lifetime }) => [name, lifetime.kind])).toEqual([
    ["a", "length"],
    ["b", "unknown"],
  ]);
});

test("what a header deletes or is refused is not taken from the list instead", () => {
  const headers = [
    ["Set-Cookie", "gone=; Max-Age=0"],
    ["Set-Cookie", "refused=1; SameSite=None"],
  ] as const;
  const cookies = [{ name: "gone" }, { name: "refused" }, { name: "gr\u00c3\u00b6\u00c3\u009fe" }];
  expect(namesIn([{ headers, cookies }])).toEqual(["größe"]);
});

test("lists are refused what headers are, as far as they tell", () => {
  const cookies = [
    { name: "xs", sameSite: "None", secure: false },
    { name: "__Host-a", domain: ".a.example", secure: true, path: "/" },
    { name: "kept", sameSite: "None" },
  ];
  const { observations, diagnostics } = read(archive([{ cookies }]));
  expect(observations.map(({ name }) => name)).toEqual(["kept"]);
  expect(diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    "note: 2 of 3 entries left out, since browsers refuse them: 1 for SameSite=None without Secure, 1 for __Host- with a Domain or another Path than /",
  ]);
});

test("what a cookie header has beyond the list is sent, too, one without a name included", () => {
  const json = JSON.parse(archive([{ sent: [{ name: "a" }] }])) as {
    log: { entries: { request: object }[] };
  };
  const headers = [{ name: "Cookie", value: "a=1; b=2; bare" }];
  Object.assign(json.log.entries[0]!.request, { headers });
  const { observations } = read(JSON.stringify(json));
  expect(observations.map(({ name }) => name)).toEqual(["a", "b", ""]);
});

test("a hundred and fifty thousand cookies of one response are read", () => {
  const headers = Array.from({ length: 150_000 }, (_, at) => ["Set-Cookie", `c${at}=x`] as const);
  expect(namesIn([{ headers }])).toHaveLength(150_000);
});

test("an end is counted from the response's own date, else from when it was asked for", () => {
  const cookie = ["Set-Cookie", "a=1; Expires=Tue, 24 Nov 2026 12:00:00 GMT"] as const;
  const secondsOf = (...headers: (readonly [string, string])[]) => {
    const [one] = read(archive([{ headers: [cookie, ...headers] }])).observations;
    return one?.lifetime.kind === "length" ? one.lifetime.seconds : undefined;
  };
  expect(secondsOf()).toBe(86_400);
  expect(secondsOf(["date", "Mon, 23 Nov 2026 13:00:00 GMT"])).toBe(82_800);
  expect(secondsOf(["date", "nonsense"])).toBe(86_400);
});

test("what is deleted and what is set again is told apart", () => {
  const remove = ["Set-Cookie", "a=; Max-Age=0"] as const;
  const set = ["Set-Cookie", "a=1; Max-Age=60"] as const;
  expect(namesIn([{ headers: [remove] }])).toEqual([]);
  expect(namesIn([{ headers: [set] }, { headers: [remove] }])).toEqual(["a"]);
});

test("a cookie that is sent is told only where no response was seen to set it for that host", () => {
  const set: Response = { headers: [["Set-Cookie", "a=1; Domain=a.example"]] };
  const sent = [{ name: "a" }, { name: "b" }];
  expect(namesIn([{ url: "https://x.a.example/", sent }, set])).toEqual(["a", "b"]);
  const { observations } = read(archive([{ url: "https://notа.example/", sent }, set]));
  expect(observations.map(({ name, host }) => `${name} ${host}`)).toEqual([
    "a a.example",
    "a xn--not-8cd.example",
    "b xn--not-8cd.example",
  ]);
});

test("only developer tools that sanitize are suspected of it", () => {
  const rulesOf = (creator: string, started: string) =>
    read(archive([{ started }], creator)).diagnostics.map((d) => `${d.severity} ${d.rule}`);
  expect(rulesOf("WebInspector", "2026-11-23T12:00:00Z")).toEqual(["error sanitized-evidence"]);
  expect(rulesOf("WebInspector", "2017-11-23T12:00:00Z")).toEqual([
    "note evidence-without-cookies",
  ]);
  expect(rulesOf("Firefox", "2026-11-23T12:00:00Z")).toEqual(["note evidence-without-cookies"]);
});

test("many responses that send and set the same names take no longer for it", () => {
  const responses = Array.from({ length: 5000 }, (_, index) => ({
    url: `https://h${index}.example/`,
    headers: [["Set-Cookie", "a=1"]] as const,
    sent: [{ name: "b" }],
  }));
  const milliseconds = cpuMilliseconds(() => {
    expect(namesIn(responses)).toHaveLength(10_000);
  });
  expect(milliseconds).toBeLessThan(2500);
});

test("of a list that leaves the value behind the name the name is read", () => {
  const cookies = [{ name: "session=SECRET" }, { name: "theme; Path=/" }];
  expect(namesIn([{ cookies, sent: [{ name: "sent=SECRET" }] }])).toEqual([
    "session",
    "theme",
    "sent",
  ]);
});

test.each(["REDACTED", "[redacted]", "***"])("the name %s is what a cleaner left", (name) => {
  const found = (response: Response) =>
    read(archive([response])).diagnostics.map(({ rule, severity }) => `${severity} ${rule}`);
  expect(found({ cookies: [{ name, path: "/" }] })).toEqual(["error sanitized-evidence"]);
  expect(found({ headers: [["Set-Cookie", `${name}=${name}; Path=/`]] })).toEqual([
    "error sanitized-evidence",
  ]);
});

test("a response whose headers are no list was not read", () => {
  const json = JSON.parse(archive([{}])) as {
    log: { entries: { response: { headers: unknown } }[] };
  };
  json.log.entries[0]!.response.headers = { "set-cookie": ["a=1"] };
  const { diagnostics } = read(JSON.stringify(json));
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    "error skipped-evidence",
  ]);
});
