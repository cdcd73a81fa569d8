import { describe, expect, test } from "vitest";
import { days, see } from "../../../src/audit/example.ts";
import { propose } from "../../../src/audit/propose/propose.ts";
import { idOf } from "../../../src/vocabulary/id.ts";
import type { Observation } from "../../../src/observation/observation.ts";
import { compareIn, load } from "../example.ts";

const site = { id: "example", name: "Example", url: "https://example.example" };

const acme = `name: Acme
domains: [acme.test]
cookies:
  - name: "acme_*"
    function: audience-measurement
    purposes: [measure-audience]
`;

function proposeFor(
  seen: readonly Observation[],
  files: Readonly<Record<string, string>> = {},
  asked: readonly string[] = [],
) {
  const registry = load(files);
  const requests = asked.map((url) => ({ url, failed: false }));
  return propose(registry, site, compareIn(registry, seen).undeclared, requests);
}

const script = (url: string) => ({ setter: { kind: "script", url } }) as const;

const textOf = (...words: Parameters<typeof proposeFor>) =>
  proposeFor(...words).map(({ addition }) => addition?.text);

describe("whose it is", () => {
  test.each([
    // Of a first-party cookie the script that set it tells more than the host that keeps it.
    [see("_m", script("https://z.moatads.com/tag.js")), "moat"],
    [see("_j", { host: "code.jquery.com" }), "jquery-cdn"],
    // Known by a host below it only.
    [see("NID", { host: "google.ie" }), "other-google-apis-sdks"],
    [see("x", { host: "cdn.unheard-of.test" }), "unheard-of-test"],
    [see("PHPSESSID"), "example"],
    [see("x", script("https://www.example.example/app.js")), "example"],
    [see("x", script("data:text/javascript,0")), "example"],
    // The names say Google and Meta; the hosts do not.
    [see("_ga"), "example"],
    [see("_fbp", { host: "track.unheard-of.test" }), "unheard-of-test"],
  ])("%j: %s", (seen, id) => {
    expect(proposeFor([seen])[0]?.provider).toBe(id);
  });

  test("a provider of the registry with that domain goes before all", () => {
    const [proposal] = proposeFor([see("x", { host: "eu.acme.test" })], {
      "data/providers/acme.yaml": acme,
    });
    expect(proposal).toMatchObject({
      provider: "acme",
      hint: expect.stringContaining('eu.acme.test is a host of the provider "acme"') as string,
      addition: { file: "data/providers/acme.yaml" },
    });
    expect(proposal!.addition!.text).toMatch(/^ {2}- name: "x"\n/);
  });

  test("one of the registry is known by its id, too", () => {
    const [proposal] = proposeFor([see("IDE", { host: "doubleclick.net" })], {
      "data/providers/google-doubleclick-ads.yaml": "name: Doubleclick\ncookies: []\n",
    });
    expect(proposal!.addition!.text).not.toContain("name: Doubleclick");
  });

  test("a provider that declares it already needs no entry", () => {
    const seen = [see("acme_1", { host: "example.example", ...script("https://acme.test/a.js") })];
    expect(proposeFor(seen, { "data/providers/acme.yaml": acme })).toEqual([
      {
        provider: "acme",
        hint: 'acme.test is a host of the provider "acme", which declares it as "acme_*": add it to the site\'s providers',
      },
    ]);
  });

  test("of several providers of a host it is the one that declares the cookie, else none of them", () => {
    const files = {
      "data/providers/ads.yaml": acme.replace("Acme", "Ads").replace("acme_*", "ads_*"),
      "data/providers/zone.yaml": acme.replace("Acme", "Zone"),
    };
    const setter = script("https://www.acme.test/tag.js");
    const proposals = proposeFor([see("acme_1", setter), see("other", setter)], files);
    expect(proposals.map(({ provider }) => provider)).toEqual(["zone", "acme-test"]);
    expect(proposals[0]).not.toHaveProperty("addition");
  });

  describe("of what the site's own host keeps, without a setter that tells", () => {
    const files = { "data/providers/acme.yaml": acme };

    test("it is the provider that declares it and of which the visit asked something", () => {
      expect(proposeFor([see("acme_1")], files, ["https://cdn.acme.test/a.js"])).toEqual([
        {
          provider: "acme",
          hint: 'the visit asked cdn.acme.test, a host of the provider "acme", which declares it as "acme_*": add it to the site\'s providers',
        },
      ]);
    });

    test("a name alone makes a provider no more than a candidate", () => {
      const [proposal] = proposeFor([see("acme_1")], files, ["https://other.test/a.js"]);
      expect(proposal!.provider).toBe("example");
      expect(proposal!.addition!.text).toContain(
        '  # could be: acme "acme_*" (name only; the visit asked none of its hosts)\n  - name: "acme_*"\n',
      );
    });

    test("the record of a known banner is told as such", () => {
      const banner = `name: Banner
cookies:
  - name: "cc_cookie"
    function: consent-choices
    purposes: [remember-cookie-preferences]
`;
      expect(textOf([see("cc_cookie")], { "data/providers/banner.yaml": banner })[0]).toContain(
        '# could be: banner "cc_cookie" (name only; it records the choice of consent)\n',
      );
    });

    test("it is not the provider of which a service has ended", () => {
      const both = {
        ...files,
        "data/providers/aaa.yaml": acme.replace("Acme", "Old\nuntil: 2024-07-01"),
      };
      expect(proposeFor([see("acme_1")], both, ["https://cdn.acme.test/a.js"])[0]!.provider).toBe(
        "acme",
      );
    });

    test.each([
      ["a word where the pattern has an id", see("acme_theme")],
      [
        "a name that the site's own server sets",
        see("acme_1", { setter: { kind: "response", url: "https://example.example/" } }),
      ],
    ])("%s is nobody's, whoever was asked", (_, seen) => {
      expect(proposeFor([seen], files, ["https://cdn.acme.test/a.js"])[0]!.provider).toBe(
        "example",
      );
    });

    test("a short common word is nobody's, whoever was asked", () => {
      const common = { "data/providers/acme.yaml": acme.replace("acme_*", "uid") };
      expect(proposeFor([see("uid")], common, ["https://cdn.acme.test/a.js"])[0]!.provider).toBe(
        "example",
      );
    });

    test("two providers that declare the same are candidates, whichever was asked", () => {
      const both = { ...files, "data/providers/zone.yaml": acme.replace("Acme", "Zone") };
      const [proposal] = proposeFor([see("acme_1")], both, ["https://cdn.acme.test/a.js"]);
      expect(proposal!.addition!.text).toContain("could be: acme");
      expect(proposal!.addition!.text).toContain("could be: zone");
    });
  });

  test("one that declares it as the site's own has not declared a third party's", () => {
    const seen = [see("acme_1", { host: "acme.test" })];
    expect(proposeFor(seen, { "data/providers/acme.yaml": acme })[0]?.addition?.text).toContain(
      "domain: acme.test",
    );
  });

  test("what a provider of the package lacks goes into a file of the project over it", () => {
    const [proposal] = proposeFor([see("x", { host: "opendatasoft.com" })]);
    expect(proposal!.addition!.file).toBe("data/providers/opendatasoft.yaml");
    expect(proposal!.addition!.text).not.toContain("name: Opendatasoft");
  });

  test("what a provider lacks of which the site names single cookies is to be named, too", () => {
    const files = {
      "data/providers/acme.yaml": acme,
      "data/sites/example.yaml": `name: Example
url: https://example.example
languages: [en]
providers:
  - { id: acme, only: ["acme_*"] }
`,
    };
    expect(proposeFor([see("x", { host: "acme.test" })], files)[0]!.hint).toContain(
      'add the entry to data/providers/acme.yaml and its name to the "only" of "acme"',
    );
  });

  describe("of what a known host does not declare, it", () => {
    const house = {
      "data/providers/house.yaml": "abstract: true\nname: House\ncookies: []\n",
      "data/providers/zone.yaml": `extends: house\n${acme.replace("Acme", "Zone").replace("acme.test", "code.jquery.com")}`,
    };

    test("may be another product of the same house", () => {
      const [proposal] = proposeFor([see("x", { host: "code.jquery.com" })], house);
      expect(proposal!.provider).toBe("jquery-cdn");
      expect(proposal!.addition!.text).toContain("\nextends: house\nname: jQuery CDN\n");
    });

    test("is the one product of a house that others know by its name", () => {
      const files = {
        ...house,
        "data/providers/zone.yaml": house["data/providers/zone.yaml"].replace(
          "name: Zone",
          "name: House jQuery CDN",
        ),
      };
      expect(proposeFor([see("x", { host: "code.jquery.com" })], files)[0]!.provider).toBe("zone");
    });
  });

  describe("whatever a host that delivers others' scripts sets on the site", () => {
    const cdn = script("https://cdn.jsdelivr.net/npm/acme@1/acme.js");

    test("is the site's, with candidates that the address of the script names first", () => {
      const files = {
        "data/providers/acme.yaml": acme.replace("domains: [acme.test]\n", ""),
        "data/providers/zone.yaml": acme.replace("Acme", "Zone"),
      };
      const [proposal] = proposeFor([see("acme_1", cdn)], files);
      expect(proposal!.provider).toBe("example");
      expect(proposal!.addition!.text)
        .toContain(`  # could be: acme "acme_*" (name and address of the setter)
  # could be: zone`);
    });

    test("is of the provider that declares it and was asked", () => {
      const files = { "data/providers/acme.yaml": acme };
      expect(proposeFor([see("acme_1", cdn)], files, ["https://acme.test/"])[0]!.provider).toBe(
        "acme",
      );
    });
  });
});

test("an entry says what was seen and nothing else", () => {
  const seen = [
    see("k", { storage: "local-storage", lifetime: { kind: "persistent" } }),
    see("s"),
    see("l", { lifetime: days(90) }),
    see("l", { lifetime: days(30), path: "/x" }),
    see("u", { lifetime: { kind: "unknown" } }),
    see("b", { lifetime: days(5), blocked: ["refused"] }),
    see("c", { lifetime: { kind: "length", seconds: 34_559_000, capped: true } }),
    see("t", {
      host: "unheard-of.test",
      setter: { kind: "response", url: "https://unheard-of.test/p.gif" },
    }),
  ];
  expect(textOf(seen).join("")).toBe(`  - name: "k"
    storage: local-storage
    category: unclassified
    duration: persistent # as observed
  - name: "s"
    category: unclassified
    duration: session # as observed
  - name: "l"
    category: unclassified
    duration: 90 days # as observed
  - name: "u"
    category: unclassified
  - name: "b"
    category: unclassified
  - name: "c"
    category: unclassified
    duration: 400 days # as observed, cut by the browser
# Proposed: nothing is known of unheard-of.test but its name. Check it.
name: unheard-of.test
domains: [unheard-of.test]
cookies:
  # set by the response https://unheard-of.test
  - name: "t"
    category: unclassified
    duration: session # as observed
    domain: unheard-of.test
`);
});

describe("names that no registry can hold", () => {
  test.each([
    ["a\u001b[2Jb", "a*[2Jb"],
    [" led", "*led"],
    ["hidden\u200b\u202eme", "hidden*me"],
    ["half\ud800pair", "half*pair"],
    ["x".repeat(300), `${"x".repeat(200)}*`],
    ["\u001b\u001bab", undefined],
    ["   ", undefined],
    ["***", undefined],
  ])("%j is proposed as %j", (name, expected) => {
    const [text] = textOf([see(name)]);
    expect(text?.match(/name: (".*")/)?.[1]).toBe(expected && JSON.stringify(expected));
  });

  test("two that become the same are declared once", () => {
    const texts = textOf([see("abc\u0001"), see("abc\u0002")]);
    expect(texts.map((text) => text !== undefined)).toEqual([true, false]);
  });
});

test("the likeliest candidate is the one that an address names which the visit asked", () => {
  const software = acme.replace("domains: [acme.test]\n", "");
  const files = { "data/providers/acme.yaml": software, "data/providers/zone.yaml": software };
  const asked = ["https://example.example/plugins/zone/zone.js"];
  expect(textOf([see("acme_1")], files, asked)[0]).toContain(
    `  # could be: zone "acme_*" (name, and an address that was asked)
  # could be: acme "acme_*" (name only)
`,
  );
});

test("the likeliest candidate is the one of which more was seen, and less was missed", () => {
  const of = (name: string, ...cookies: readonly string[]) => `name: ${name}
cookies:
${cookies.map((cookie) => `  - { name: "${cookie}", function: authentication, purposes: [check-identity] }\n`).join("")}`;
  const files = {
    "data/providers/aaa.yaml": of("Aaa", "shared", "missed"),
    "data/providers/bbb.yaml": of("Bbb", "shared"),
    "data/providers/ccc.yaml": of("Ccc", "shared", "other", "missed"),
  };
  expect(textOf([see("shared"), see("other")], files)[0])
    .toContain(`  # could be: ccc "shared" (name only)
  # could be: bbb "shared" (name only)
  # could be: aaa "shared" (name only; nothing else of it was seen)
`);
});

test.each([
  ["Google Analytics", "google-analytics"],
  ["Société Générale", "societe-generale"],
  ["33Across", "provider-33across"],
  ["xn--bcher-kva.example", "xn-bcher-kva-example"],
  ["日本", "provider"],
])("%s as an id: %s", (text, id) => {
  expect(idOf(text)).toBe(id);
});
