import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  checkSource,
  citedSources,
  dueProviders,
  type Fingerprints,
} from "./sources/check-sources.ts";
import { addressOfToday, newestVersion, pinnedVersion } from "./sources/code-versions.ts";
import { fingerprint } from "./sources/fingerprint.ts";
import { reportDue, reportSources } from "./sources/report-sources.ts";

type Answer = readonly [status: number, text: string];

/** Serves by path what `answers` says at that time; others are gone. */
async function serve(answers: Readonly<Record<string, Answer>>): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const [status, text] = answers[url] ?? [404, ""];
    response.writeHead(status, { "content-type": "text/html" }).end(text);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A page of a vendor as it was at some time: the length of `__acstc`, and what else it says. */
const page = (length: string, news: string) => `<!doctype html><html><head>
<script>var built = ${JSON.stringify(news)};</script></head><body><p>${news}</p>
<table><tr><th>Name</th><th>Expires</th></tr>
<tr><td><code>__acstc</code></td><td>${length}</td></tr>
<tr><td><code>__acssc</code></td><td>30 minutes</td></tr></table></body></html>`;

const names = ["__acstc", "__acssc"];
const provider = (url: string) => ({
  id: "acme",
  value: {
    sources: [{ url, read: "2026-11-01", kind: "documentation" as const }],
    cookies: names.map((name) => ({ name })),
  },
});

test("a page is the same, changed around a name, or gone, whatever else it says", async () => {
  const answers: Record<string, Answer> = { "/cookies": [200, page("2 years", "Welcome")] };
  const url = `${await serve(answers)}/cookies`;
  const [source] = citedSources([provider(url)]);
  const check = async (before: Fingerprints) => {
    const { state, detail, fingerprint: now } = await checkSource(source!, before);
    return { state, detail, now };
  };

  const first = await check({});
  expect(first).toMatchObject({ state: "not yet hashed", detail: "" });
  const hashed = { [url]: first.now! };
  expect(Object.keys(first.now!)).toEqual(names);

  answers["/cookies"] = [200, page("2 years", "News of another day")];
  expect(await check(hashed)).toMatchObject({ state: "same", detail: "" });
  answers["/cookies"] = [200, page("13 months", "Welcome")];
  expect(await check(hashed)).toMatchObject({ state: "changed", detail: "around __acstc" });
  answers["/cookies"] = [200, page("2 years", "Welcome").replaceAll("__acssc", "__acs")];
  expect(await check(hashed)).toMatchObject({ state: "changed", detail: "around __acssc" });
  answers["/cookies"] = [503, ""];
  expect(await check(hashed)).toMatchObject({ state: "unreachable", detail: "status 503" });
  delete answers["/cookies"];
  expect(await check(hashed)).toMatchObject({ state: "gone" });
});

test("a host that does not answer is unreachable, and a page without a name says so", async () => {
  const [lost] = citedSources([provider("http://127.0.0.1:1/cookies")]);
  expect(await checkSource(lost!, {})).toMatchObject({ state: "unreachable" });
  const url = `${await serve({ "/": [200, "<p>__acstc: 2 years</p>"] })}/`;
  const [source] = citedSources([provider(url)]);
  expect(await checkSource(source!, {})).toMatchObject({
    state: "not yet hashed",
    detail: "does not name __acssc",
  });
});

test.each([
  ["code", 'const name = "_ac_id";\nconst days = 365;\n\n// else\nconst other = 1;\n'],
  [
    "a list in JSON",
    '{"disclosures":[{"identifier":"_ac_id","maxAgeSeconds":365},{"identifier":"other"}]}',
  ],
  [
    "a list of definitions",
    "<dl><dt>_ac_id</dt><dd>kept for 365 days</dd><dt>y</dt><dt>x</dt></dl>",
  ],
])("in %s what follows a name counts, and what stands elsewhere does not", (_, text) => {
  const before = fingerprint(text, ["_ac_*"]);
  expect(before["_ac_*"]).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint(text.replace("365", "366"), ["_ac_*"])).not.toEqual(before);
  expect(fingerprint(text.replace(/other(?!.*other)|<dt>x/, "quite else"), ["_ac_*"])).toEqual(
    before,
  );
  expect(fingerprint(text, ["_ac", "_ac_i"])).toEqual({ _ac: null, _ac_i: null });
});

test("versions of programs are compared where a registry tells the newest", async () => {
  vi.stubEnv("npm_config_registry", "https://registry.example/");
  const npm = pinnedVersion("https://www.npmjs.com/package/@acme/web-sdk/v/6.13.0")!;
  expect(npm).toMatchObject({ program: "npm @acme/web-sdk", version: "6.13.0" });
  expect(npm.registry).toBe("https://registry.example/@acme%2fweb-sdk/latest");
  const debian = pinnedVersion("https://sources.debian.org/src/acme/6.1.9+dfsg1-0/a/b.php/")!;
  expect(debian).toMatchObject({ program: "debian acme", version: "6.1.9+dfsg1-0" });
  const origin = await serve({
    "/npm": [200, '{"version":"7.0.0"}'],
    "/debian": [200, '{"versions":[{"version":"7.1"},{"version":"6.1.9+dfsg1-0"}]}'],
    "/broken": [200, "<p>"],
  });
  expect(await newestVersion({ ...npm, registry: `${origin}/npm` })).toBe("7.0.0");
  expect(await newestVersion({ ...debian, registry: `${origin}/debian` })).toBe("7.1");
  expect(await newestVersion({ ...npm, registry: `${origin}/broken` })).toBeUndefined();
  expect(await newestVersion({ ...npm, registry: `${origin}/none` })).toBeUndefined();
  vi.stubEnv("npm_config_registry", undefined);
  const unknown = pinnedVersion("https://www.npmjs.com/package/acme/v/1.0.0")!;
  expect(await newestVersion(unknown)).toBeUndefined();
  vi.unstubAllEnvs();
});

test("a file of a repository is read as it is today", () => {
  expect(addressOfToday("https://github.com/acme/web/blob/0f0f0f/src/a.js#L1-L9")).toBe(
    "https://raw.githubusercontent.com/acme/web/HEAD/src/a.js",
  );
  expect(addressOfToday("https://acme.example/cookies")).toBe("https://acme.example/cookies");
});

test("a document counts once, for the names for which it was read", () => {
  const url = "https://acme.example/cookies";
  const npm = "https://www.npmjs.com/package/acme";
  const cited = citedSources([
    provider(url),
    { id: "other", value: { cookies: [{ name: "a", sources: [url] }, { name: "b" }] } },
    {
      id: "third",
      value: {
        sources: [
          { url, read: "2026-11-01", kind: "policy", facts: ["entity"] },
          { url: "https://acme.example/measured", read: "2026-11-01", kind: "measured" },
          { url: `${npm}/v/1.0.0`, read: "2026-11-01", kind: "measured" },
        ],
        cookies: [{ name: "c" }],
      },
    },
  ]);
  expect(cited).toEqual([
    { url, providers: ["acme", "other", "third"], names: [...names, "a"] },
    { url: `${npm}/v/1.0.0`, providers: ["third"], names: ["c"] },
  ]);
});

test("a provider is due a year after a source was read, and at once where that was a stored copy", () => {
  const read = (id: string, day: string, copy?: "stored") => ({
    id,
    value: {
      sources: [
        {
          url: "https://acme.example",
          read: day,
          kind: "documentation" as const,
          ...(copy ? { copy } : {}),
        },
        { url: "https://acme.example/b", read: "2026-11-01", kind: "policy" as const },
      ],
      cookies: [],
    },
  });
  const due = dueProviders(
    [read("young", "2025-11-28"), read("old", "2025-11-27"), read("copy", "2026-11-01", "stored")],
    "2026-11-28",
  );
  expect(due).toEqual([
    { id: "old", why: "last read on 2025-11-27" },
    { id: "copy", why: "read in a stored copy" },
  ]);
  expect(reportDue(due)).toBe(
    "due  old   last read on 2025-11-27\ndue  copy  read in a stored copy\nproviders due: 2\n",
  );
});

test("the report names first what asks for a person, and no source that is the same", () => {
  const finding = (state: "same" | "gone" | "changed", detail: string) => ({
    url: `https://acme.example/${state}`,
    providers: ["acme"],
    state,
    detail,
  });
  expect(
    reportSources([finding("same", ""), finding("gone", ""), finding("changed", "around a")]),
  ).toBe(
    `changed  acme  https://acme.example/changed  around a
gone     acme  https://acme.example/gone
3 sources: 1 changed, 1 gone, 0 unreachable, 0 not yet hashed, 1 same
`,
  );
});
