import { describe, expect, test } from "vitest";
import { days, declare, see } from "../../src/audit/example.ts";
import { exampleSite } from "../../src/lint/examples/example.ts";
import { auditExample, compareIn, load, rulesOf } from "./example.ts";

const path = "data/providers/example.yaml";

const asking = (duration = "session", ...more: readonly string[]) =>
  declare(
    "_es_*",
    "function: audience-measurement",
    "purposes: [measure-audience]",
    `duration: ${duration}`,
    ...more,
  );
const exempt = (duration = "session") =>
  declare("sid", "function: authentication", "purposes: [check-identity]", `duration: ${duration}`);

const found = (...words: Parameters<typeof auditExample>) => rulesOf(auditExample(...words));

describe("consent", () => {
  test.each(["before", "rejected", "accepted"] as const)(
    "an exempt cookie may be set in the phase %s",
    (phase) => {
      expect(found(exempt(), [see("sid", { phase })])).toEqual([]);
    },
  );

  test("what is set before any choice is not reported again after rejecting", () => {
    const seen = (["before", "rejected", "accepted"] as const).map((phase) =>
      see("_es_1", { phase }),
    );
    expect(found(asking(), seen)).toEqual(["set-before-consent"]);
    const another = [...seen.slice(0, 1), see("_es_2", { phase: "rejected" })];
    expect(found(asking(), another)).toEqual(["set-after-reject", "set-before-consent"]);
  });

  test("an attempt that the browser refused counts", () => {
    const seen = [see("_es_1", { phase: "before", blocked: ["ThirdPartyPhaseout"] })];
    expect(found(asking(), seen)).toEqual(["set-before-consent"]);
  });

  test("a cookie without consent criterion that the site declares exempt may be set", () => {
    const files = asking("session", "exemption: audience-measurement");
    expect(found(files, [see("_es_1", { phase: "before" })])).toEqual([]);
  });

  test("what does not say its phase breaks no rule about consent", () => {
    expect(found(asking(), [see("_es_1")])).toEqual([]);
  });
});

describe("what was not seen", () => {
  const other = see("sid");
  const files = {
    [path]: `${asking()[path]}  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
`,
  };

  test("is a warning, and a note where the evidence is incomplete", () => {
    expect(auditExample(files, [other])).toMatchObject([
      { rule: "unobserved-cookie", severity: "warning" },
    ]);
    expect(auditExample(files, [other], ["a tab was closed"])).toMatchObject([
      { rule: "unobserved-cookie", severity: "note" },
    ]);
  });

  test("is not reported where consent was asked for and not given", () => {
    expect(
      found(files, [see("sid", { phase: "before" }), see("sid", { phase: "rejected" })]),
    ).toEqual([]);
    expect(found(files, [see("sid", { phase: "accepted" })])).toEqual(["unobserved-cookie"]);
  });

  test("is not reported where an incomplete evidence shows nothing of that storage", () => {
    const local = { storage: "local-storage" } as const;
    const both = { [path]: files[path].replace('_es_*"', '_es_*"\n    storage: local-storage') };
    expect(found(both, [other], ["a jar shows no storage"])).toEqual([]);
    expect(found(both, [other])).toEqual(["unobserved-cookie"]);
    expect(found(both, [other, see("x", local)], ["gap"])).toContain("unobserved-cookie");
  });

  test("is not reported where it has a condition, or where nothing was seen at all", () => {
    expect(
      found(
        asking("session", "condition: multilingual-site"),
        [],
        [],
        [{ url: "https://example.example/", failed: false }],
      ),
    ).toEqual([]);
    const conditional = {
      [path]: `${files[path]}    condition: multilingual-site\n`,
    };
    expect(found(conditional, [see("_es_1")])).toEqual([]);
    expect(found(files, [])).toEqual(["site-not-seen"]);
  });

  test("is seen even where the browser refused it", () => {
    expect(found(exempt(), [see("sid", { blocked: ["x"] })])).toEqual([]);
  });
});

describe("a pixel", () => {
  const files = {
    [path]: `name: Example
recipients: []
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
  - name: "/tr"
    storage: pixel
    function: retargeting
    purposes: [measure-ads]
    domain: pixel.test
`,
  };
  const asked = (url: string) => [
    { url: "https://example.example/", failed: false },
    { url, failed: false },
  ];

  test("was there where its address was asked for, and is a note where others were", () => {
    const seen = [see("sid")];
    expect(found(files, seen, [], asked("https://www.pixel.test/tr/"))).toEqual([]);
    expect(found(files, seen, [], asked("https://www.pixel.test/lib.js"))).toEqual([
      "unobserved-cookie",
    ]);
    expect(auditExample(files, seen, ["a gap"], asked("https://other.test/tr"))).toMatchObject([
      {
        severity: "note",
        message: '"/tr" was not asked for, expected a request to "pixel.test"',
      },
    ]);
  });

  test("is not looked for where the evidence tells of no requests, which is said", () => {
    expect(found(files, [see("sid")])).toEqual([]);
    expect(compareIn(load(files), [see("sid")]).incomplete).toEqual([
      "pixels are looked for in a HAR and in a live look alone",
    ]);
  });
});

describe("a look that saw nothing", () => {
  const ok = [{ url: "https://www.example.example/", failed: false }];
  const told = (...words: Parameters<typeof auditExample>) =>
    auditExample(...words).map(({ severity, message }) => `${severity}: ${message}`);
  const nothing = { [path]: "name: Example\nrecipients: []\ncookies: []\n" };

  test("is an error where something must have been there", () => {
    expect(told(exempt(), [], [], ok)).toEqual([
      "error: nothing was seen of the site, expected one of the 1 things that it declares",
    ]);
  });

  test("is a warning where all that is declared waits for consent", () => {
    expect(told(asking(), [], [], ok)).toEqual([
      "warning: nothing was seen of the site, expected one of the 1 things that it declares",
    ]);
  });

  test("of a site that declares nothing is fine where it answered, else a warning", () => {
    expect(told(nothing, [], [], ok)).toEqual([]);
    expect(told(nothing, [])).toEqual([
      "warning: nothing was seen of the site, expected an answer",
    ]);
  });

  test("is an error where the site answered with errors alone, whatever was seen", () => {
    const down = [{ url: "https://example.example/", failed: true }];
    expect(told(exempt(), [see("sid")], [], down)).toEqual([
      'error: nothing of "example.example" answered but with errors, expected a visit that saw the site',
    ]);
  });

  test("is an error where it was of another site", () => {
    const other = [{ url: "https://other.test/", failed: false }];
    expect(told(exempt(), [], [], other)).toEqual([
      'error: no request to "example.example", expected evidence of a visit to the site',
    ]);
    expect(told(exempt(), [see("sid")], [], other)).toEqual([]);
  });
});

describe("what the browser refused", () => {
  const refused = { blocked: ["InvalidPrefix"] };

  test("is a note where it is undeclared, without an entry to paste", () => {
    const [only, ...others] = auditExample(exempt(), [see("sid"), see("__Host-x", refused)]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      severity: "note",
      message: 'undeclared cookie "__Host-x", refused by the browser (InvalidPrefix)',
    });
    expect(only).not.toHaveProperty("addition");
  });

  test("is an error where another browser would have kept it", () => {
    const blocked = { blocked: ["ThirdPartyPhaseout"] };
    expect(auditExample(exempt(), [see("sid"), see("x", blocked)])).toMatchObject([
      { severity: "error", rule: "undeclared-cookie" },
    ]);
  });

  test("has not moved", () => {
    expect(found(exempt(), [see("sid"), see("sid", { host: "ads.test", ...refused })])).toEqual([
      "undeclared-cookie",
    ]);
    expect(found(exempt(), [see("sid", { host: "ads.test", ...refused })])).not.toContain(
      "wrong-party",
    );
  });
});

test("a cookie without a name is an error without an entry, since no page can name it", () => {
  const [only, ...others] = auditExample(exempt(), [see("sid"), see("")]);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    severity: "error",
    message: expect.stringContaining('"(no name)"') as string,
    hint: "no page can name it: have whatever sets it give it a name",
  });
  expect(only).not.toHaveProperty("addition");
});

describe("one name that two providers of a site declare", () => {
  const vendor = (name: string, duration: string) =>
    `name: ${name}
recipients: []
domains: [${name}.test]
cookies:
  - name: "sp"
    function: audience-measurement
    purposes: [measure-audience]
    duration: ${duration}
`;
  const files = {
    "data/providers/a.yaml": vendor("a", "1 year"),
    "data/providers/b.yaml": vendor("b", "2 years"),
    "data/sites/example.yaml": `name: Example
url: https://example.example
languages: [en]
providers: [a, b]
`,
  };
  const set = (count: number, host?: string) =>
    see("sp", {
      lifetime: days(count),
      ...(host === undefined ? {} : { setter: { kind: "script", url: `https://${host}/s.js` } }),
    });

  test("is that of whoever declares the length that was seen, and the other is not missed", () => {
    expect(found(files, [set(730)])).toEqual([]);
    expect(found(files, [set(365)])).toEqual([]);
  });

  test("is that of whoever set it, if that tells", () => {
    expect(auditExample(files, [set(730, "cdn.a.test")])).toMatchObject([
      { rule: "longer-than-declared", location: { file: "data/providers/a.yaml" } },
      { rule: "unobserved-cookie", location: { file: "data/providers/b.yaml" } },
    ]);
  });

  test("is judged once and names both, where neither agrees", () => {
    const [only, ...others] = auditExample(files, [set(1825)]);
    expect(others).toEqual([]);
    expect(only!.message).toContain('"sp" of "a" or "b" stays "5 years"');
  });
});

describe("the host that set a cookie", () => {
  const stranger = (names: string, entity = "") => ({
    ...exempt(),
    "data/providers/stranger.yaml": `name: Stranger
${entity}recipients: []
domains: [stranger.test]
cookies:
${names}`,
  });
  const cookie = `  - name: "s*d"
    function: authentication
    purposes: [check-identity]
`;
  const set = see("sid", { setter: { kind: "script", url: "https://cdn.stranger.test/a.js" } });

  test("is reported where it is that of another known provider, and less where that declares no such cookie", () => {
    const one = { rule: "other-provider", location: { file: path } };
    expect(auditExample(stranger(cookie), [set])).toMatchObject([{ ...one, severity: "warning" }]);
    expect(auditExample(stranger(cookie.replace("s*d", "x")), [set])).toMatchObject([
      { ...one, severity: "note" },
    ]);
  });

  test("is fine where nobody knows it, or where it is of the same house", () => {
    const elsewhere = see("sid", { setter: { kind: "script", url: "https://unknown.test/a.js" } });
    expect(found(stranger(cookie), [elsewhere])).toEqual([]);
    const house = stranger(cookie, "entity: One Ltd\n");
    const files = {
      ...house,
      [path]: exempt()[path]!.replace("recipients", "entity: One Ltd\nrecipients"),
    };
    expect(found(files, [set])).toEqual([]);
  });
});

describe("lengths", () => {
  test.each([
    ["session", { kind: "persistent" }, "session-declared-but-persistent"],
    ["session", days(0.01), "session-declared-but-persistent"],
    ["6 months", { kind: "session" }, "persistent-declared-but-session"],
    ["persistent", { kind: "session" }, "persistent-declared-but-session"],
    ["6 months", { kind: "persistent" }, "longer-than-declared"],
    ["up to 6 months", days(200), "longer-than-declared"],
    ["up to 6 months", days(20), undefined],
    ["6 months by default", days(20), undefined],
    ["6 months after last activity", days(20), "shorter-than-declared"],
    ["persistent", days(20), undefined],
    ["session", { kind: "unknown" }, undefined],
    ["6 months", { kind: "unknown" }, undefined],
  ] as const)("%s against %j: %s", (declared, lifetime, rule) => {
    expect(found(exempt(declared), [see("sid", { lifetime })])).toEqual(rule ? [rule] : []);
  });

  test("how long the browser would have kept what it refused is not judged", () => {
    expect(found(exempt(), [see("sid", { lifetime: days(20), blocked: ["x"] })])).toEqual([]);
  });

  test("one report names the longest of all that a pattern stands for, and how many others there are", () => {
    const seen = [200, 300, 250].map((length, index) =>
      see(`_es_${index}`, { lifetime: days(length) }),
    );
    const [only, ...others] = auditExample(asking("90 days"), seen);
    expect(others).toEqual([]);
    expect(only!.message).toBe(
      '"_es_0" and 2 more, declared as "_es_*", stays "300 days", expected at most the declared "90 days"',
    );
  });

  test("what a site states instead is judged where it stands", () => {
    const files = {
      ...exempt("1 year"),
      "data/sites/example.yaml": `name: Example
url: https://example.example
languages: [en]
providers:
  - id: example
    override:
      "sid": { duration: session }
`,
    };
    expect(auditExample(files, [see("sid", { lifetime: days(365) })])).toMatchObject([
      {
        rule: "session-declared-but-persistent",
        location: { file: "data/sites/example.yaml", line: 7 },
      },
    ]);
  });
});

test("a visit to another domain of the site's own is one to the site", () => {
  const files = {
    ...exempt(),
    ...exampleSite({ domains: "[example.fr]", languages: "[en]" }),
  };
  const seen = [see("sid", { host: "www.example.fr" })];
  const requests = [{ url: "https://www.example.fr/", failed: false }];
  expect(found(exempt(), seen, [], requests)).toEqual(["wrong-party", "site-not-seen"]);
  expect(found(files, seen, [], requests)).toEqual([]);
});
