import { describe, expect, test } from "vitest";
import { see } from "../../src/audit/example.ts";
import type { Observation } from "../../src/observation/observation.ts";
import { compareIn, load } from "./example.ts";

const cookie = (name: string, ...keys: readonly string[]) =>
  `  - name: "${name}"\n    category: statistics\n    function: audience-measurement\n${keys.map((key) => `    ${key}\n`).join("")}`;

const declare = (cookies: readonly string[], head = "") => ({
  "data/providers/example.yaml": `name: Example\n${head}cookies:\n${cookies.join("")}`,
});

/** For each observation the name of the declared cookie that it is taken for, with where it is when not in place. */
function taken(files: Readonly<Record<string, string>>, seen: readonly Observation[]) {
  const { ownersOf, cookies } = compareIn(load(files), seen);
  const moved = new Set(cookies.flatMap((one) => one.moved));
  return seen.map((one) => {
    const name = ownersOf.get(one)?.[0].name ?? "undeclared";
    return moved.has(one) ? `${name} moved` : name;
  });
}

describe("the most specific name wins", () => {
  const files = declare(
    ["*", "a*", "ab*", "*bc", "abc", "a*c*"].slice(1).map((name) => cookie(name)),
  );

  test.each([
    ["abc", "abc"],
    ["abcd", "ab*"],
    ["axyz", "a*"],
    ["xbc", "*bc"],
    ["axc", "a*c*"],
    // As much is fixed in both: the first of the file.
    ["abbc", "ab*"],
    ["xyz", "undeclared"],
    ["ABC", "undeclared"],
  ])("%s is taken for %s", (name, expected) => {
    expect(taken(files, [see(name)])).toEqual([expected]);
  });
});

describe("storage", () => {
  const local = { storage: "local-storage" } as const;

  test("the one declared there goes before a more specific name elsewhere", () => {
    const files = declare([cookie("theme"), cookie("th*", "storage: local-storage")]);
    expect(taken(files, [see("theme", local), see("theme")])).toEqual(["th*", "theme"]);
  });

  test("what is seen elsewhere alone has moved", () => {
    expect(taken(declare([cookie("theme")]), [see("theme", local)])).toEqual(["theme moved"]);
  });

  test("what is seen elsewhere as well is another, undeclared thing, in whatever order it is seen", () => {
    expect(taken(declare([cookie("theme")]), [see("theme", local), see("theme")])).toEqual([
      "undeclared",
      "theme",
    ]);
  });

  test("a pixel keeps nothing, so nothing is taken for it", () => {
    const files = declare([cookie("px", "storage: pixel"), cookie("sid")]);
    expect(taken(files, [see("px")])).toEqual(["undeclared"]);
  });
});

describe("party", () => {
  const ads = { host: "cdn.ads.test" };

  test("hosts of one registrable domain are one site's", () => {
    const files = declare([cookie("uid"), cookie("ad", "domain: ads.test")]);
    const seen = [see("uid", { host: "www.example.example" }), see("ad", ads)];
    expect(taken(files, seen)).toEqual(["uid", "ad"]);
  });

  test("among cookies of the same name the one of the same party is taken", () => {
    const files = declare([cookie("uid", "domain: ads.test"), cookie("uid")]);
    const { ownersOf } = compareIn(load(files), [see("uid"), see("uid", ads)]);
    expect([...ownersOf.values()].map(([{ party }]) => party)).toEqual(["first", "third"]);
  });

  test("what another party sets alone has moved", () => {
    expect(taken(declare([cookie("uid")]), [see("uid", ads)])).toEqual(["uid moved"]);
    expect(taken(declare([cookie("uid", "domain: ads.test")]), [see("uid")])).toEqual([
      "uid moved",
    ]);
  });

  test("a name is not a key: a cookie of one third party is not that of another", () => {
    const files = declare([cookie("uid", "domain: ads.test"), cookie("sid")]);
    expect(taken(files, [see("uid", { host: "track.test" })])).toEqual(["undeclared"]);
  });

  test("a provider's other domains are its own", () => {
    const files = declare([cookie("uid", "domain: ads.test")], "domains: [ads.test, track.test]\n");
    expect(taken(files, [see("uid", { host: "eu.track.test" })])).toEqual(["uid"]);
  });

  test("where the evidence does not say whose it is, it is taken for whichever is declared", () => {
    const files = declare([cookie("uid", "domain: ads.test")]);
    const { host: _, ...anywhere } = see("uid");
    expect(taken(files, [anywhere])).toEqual(["uid"]);
  });
});

test("a site's own picks and overrides are what is declared", () => {
  const files = {
    ...declare([cookie("kept"), cookie("dropped")]),
    "data/sites/example.yaml": `name: Example
url: https://example.example
languages: [en]
providers:
  - id: example
    only: ["kept"]
    override:
      "kept": { storage: local-storage }
`,
  };
  const seen = [see("kept", { storage: "local-storage" }), see("dropped")];
  expect(taken(files, seen)).toEqual(["kept", "undeclared"]);
});

test("undeclared things of one name, storage and owner are one", () => {
  const { undeclared } = compareIn(load(declare([cookie("sid")])), [
    see("id", { phase: "before" }),
    see("id", { phase: "accepted", host: "www.example.example" }),
    see("id", { host: "a.ads.test" }),
    see("id", { host: "b.ads.test" }),
    see("id", { host: "track.test" }),
    see("id", { storage: "session-storage" }),
  ]);
  expect(
    undeclared.map(({ party, domain, storage, observations }) => [
      party,
      domain,
      storage,
      observations.length,
    ]),
  ).toEqual([
    ["first", undefined, "cookie", 2],
    ["third", "ads.test", "cookie", 2],
    ["third", "track.test", "cookie", 1],
    ["first", undefined, "session-storage", 1],
  ]);
});

test("a declared name that is one visitor's own stands for every visitor's", () => {
  const files = declare([cookie("user:7c9e6679-7425-40de-944b-e07fc1f90ae7:theme"), cookie("a*")]);
  expect(taken(files, [see("user:*:theme")])).toEqual([
    "user:7c9e6679-7425-40de-944b-e07fc1f90ae7:theme",
  ]);
});
