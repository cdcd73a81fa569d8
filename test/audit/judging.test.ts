import { describe, expect, test } from "vitest";
import { days, declare, see } from "../../src/audit/example.ts";
import { auditExample, rulesOf } from "./example.ts";

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
    expect(found(asking("session", "condition: multilingual-site"), [])).toEqual([]);
    const conditional = {
      [path]: `${files[path]}    condition: multilingual-site\n`,
    };
    expect(found(conditional, [see("_es_1")])).toEqual([]);
    expect(found(files, [])).toEqual([]);
  });

  test("is seen even where the browser refused it", () => {
    expect(found(exempt(), [see("sid", { blocked: ["x"] })])).toEqual([]);
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
