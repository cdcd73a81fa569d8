import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { ofProvider } from "../../src/exporters/exporter.ts";
import { consentRecordOf } from "../../src/exporters/consent-record.ts";
import { exporters } from "../../src/exporters/exporters.ts";
import { switchesOf } from "../../src/exporters/switches.ts";
import { parseCsv } from "./csv.ts";
import { exportedOutputs } from "../../src/vocabulary/vocabulary.ts";
import { root, writeProject } from "../project.ts";
import { exportTo, hardSource, refusableSource, sampleSource, sourceOf } from "./sources.ts";

const shop = sampleSource("example-shop");
const platform = sampleSource("example-platform");
const hard = hardSource();

const losses = (format: string, source = hard): string[] =>
  exportTo(format, source).losses.map(({ message }) => message);

const parsed = (format: string, source = hard) =>
  JSON.parse(exportTo(format, source).text) as Record<string, never>;

test("every format has one file, and one place in the list that sites may name", () => {
  const files = readdirSync(join(root, "src/exporters/formats"));
  expect(exporters.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
  expect(exporters.map(({ id }) => id)).toEqual([...exportedOutputs, "gpc"]);
});

test.each(exporters.filter(({ extension }) => extension !== "csv"))(
  "$id writes no text that ends a script, of names and texts of any kind",
  (one) => {
    const { facts } = hard;
    const text = "</script><script>alert(1)</script>\u2028`${alert(1)}`";
    const hostile = {
      ...hard,
      gpc: { lastUpdate: text },
      facts: {
        ...facts,
        providers: facts.providers.map((provider) => ({ ...provider, name: text })),
        words: Object.fromEntries(
          Object.entries(facts.words).map(([tag, words]) => [tag, { ...words, title: text }]),
        ),
      },
    };
    expect(exportTo(one.id, hostile).text).not.toMatch(/<|\u2028/);
  },
);

describe("the choice", () => {
  const keptWith = (providers: string) => {
    const site = `name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: ${providers}\n`;
    return consentRecordOf(sourceOf(writeProject({ "data/sites/town.yaml": site }), "town").facts);
  };

  test("is kept in the cookie of the banner, whatever stands before it", () => {
    const both = keptWith("[{ id: matomo, features: [consent] }, vanilla-cookieconsent]");
    expect(both).toMatchObject({ name: "cc_cookie", days: 182 });
  });

  test.each(["[matomo]", "[{ id: matomo, features: [consent] }]"])(
    "is never kept in a cookie by which %s knows consent or objection of its own",
    (providers) => {
      const { name, losses: lost } = keptWith(providers);
      expect(name).toBeNull();
      expect(lost[0]!.message).toContain("no cookie keeps the choice");
    },
  );
});

test("a switch holds the cookies of one provider, category and decision", () => {
  expect(switchesOf(hard.facts).map(({ id, decision }) => [id, decision])).toEqual([
    ["town-necessary", "always"],
    ["town-preferences", "asked"],
    ["counter-statistics", "asked"],
    ["counter-statistics-always", "always"],
    ["counter-marketing", "asked"],
  ]);
});

test("what a visitor may refuse and no script can erase is said, with the reason", () => {
  expect(losses("vanilla-cookieconsent")).toEqual([
    '"hidden" stays after a refusal, since it is hidden from scripts (HttpOnly)',
    '"kept" stays after a refusal, since it is no cookie but local-storage',
    '"_pixel" stays after a refusal, since it is no cookie but pixel',
    '"_third" stays after a refusal, since it belongs to another site',
  ]);
});

test("a choice that no declared cookie keeps is said", () => {
  const { facts } = hard;
  const cookies = facts.cookies.filter(({ name }) => name !== "choice");
  const [message] = losses("klaro", { ...hard, facts: { ...facts, cookies } });
  expect(message).toContain('no cookie keeps the choice, expected one with the function "consent-');
});

describe("where all is set until it is refused", () => {
  const source = refusableSource();

  test("vanilla-cookieconsent and Klaro begin with it on, and let it be refused", () => {
    expect(exportTo("vanilla-cookieconsent", source).text).toContain('"mode": "opt-out"');
    const { services } = parsed("klaro", source) as unknown as { services: object[] };
    expect(services).toContainEqual(
      expect.objectContaining({ required: false, default: true, optOut: true }),
    );
  });

  test("cookie-manager has consent from the start", () => {
    expect(parsed("cookie-manager", source)).toMatchObject({
      additionalOptions: { defaultConsent: true },
    });
  });
});

describe("google-consent-mode", () => {
  const closed = {
    ad_storage: "denied",
    ad_user_data: "denied",
    ad_personalization: "denied",
    analytics_storage: "denied",
    functionality_storage: "denied",
    personalization_storage: "denied",
    security_storage: "granted",
  };

  test("denies every type that a cookie that asks serves, and what no cookie serves", () => {
    expect(parsed("google-consent-mode", shop)).toEqual({
      default: [{ ...closed, wait_for_update: 500 }],
      grant: {
        preferences: ["functionality_storage", "personalization_storage"],
        statistics: ["analytics_storage"],
        marketing: ["ad_storage", "ad_user_data", "ad_personalization"],
      },
    });
  });

  test("grants at a place, by its code, what is not asked for there", () => {
    const { default: defaults } = parsed("google-consent-mode", platform) as unknown as {
      default: Record<string, unknown>[];
    };
    expect(defaults).toHaveLength(2);
    expect(defaults[0]).toMatchObject({ region: ["US-CA"], analytics_storage: "granted" });
    expect(defaults[1]).toMatchObject({ analytics_storage: "denied", wait_for_update: 500 });
    expect(defaults[1]).not.toHaveProperty("region");
  });

  test("says which cookies wait for no type", () => {
    const silent = hard.facts.cookies.map((cookie) => ({ ...cookie, google: [] }));
    const source = { ...hard, facts: { ...hard.facts, cookies: silent } };
    expect(losses("google-consent-mode", source)).toContain(
      '"theme" asks for consent and no type of Google\'s stands for its purposes',
    );
  });
});

describe("iab-device-storage", () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "iab-device-storage-1.1.schema.json"), "utf8"),
  ) as object;
  const check = new Ajv({ strict: false }).compile(schema);

  const providers = [shop, platform, hard].flatMap((source) =>
    source.facts.providers.map(({ id }) => [id, ofProvider(source, id)] as const),
  );

  test.each(providers)("of %s is what the specification asks for", (_, source) => {
    const disclosure = parsed("iab-device-storage", source);
    expect(check(disclosure) ? [] : check.errors).toEqual([]);
  });

  test("has the common value for 13 months, purpose 1 exactly where it asks, and web storage without a length", () => {
    const of = (id: string) =>
      (
        parsed("iab-device-storage", ofProvider(id === "counter" ? hard : shop, id)) as unknown as {
          disclosures: object[];
        }
      ).disclosures;
    expect(of("counter")).toContainEqual({
      identifier: "_c_*",
      type: "cookie",
      maxAgeSeconds: 34_128_000,
      cookieRefresh: false,
      domains: ["*"],
      purposes: [1, 8],
    });
    expect(of("counter")).toContainEqual(
      expect.objectContaining({ identifier: "_visitor", purposes: [8, 9] }),
    );
    expect(of("example-shop")).toContainEqual(
      expect.objectContaining({ identifier: "shop_theme", type: "web", maxAgeSeconds: null }),
    );
  });

  test("says what it cannot disclose", () => {
    expect(losses("iab-device-storage", ofProvider(hard, "counter"))).toEqual([
      '"m*d*e" is a pattern that a disclosure cannot say, expected "name*" or "*name"',
      '"*_any_*" is a pattern that a disclosure cannot say, expected "name*" or "*name"',
      '"_pixel" is pixel, which a disclosure does not know, expected a cookie or storage of the browser',
    ]);
  });
});

describe("cookie-manager", () => {
  test("says in which place of a name it can have no star", () => {
    const said = losses("cookie-manager").filter((message) => message.includes("can have no"));
    expect(said.map((message) => message.split(" ")[0])).toEqual(['"m*d*e"', '"*_end"']);
  });

  test("finds whole names before beginnings, and never erases what nobody declares", () => {
    const { cookieManifest, additionalOptions } = parsed("cookie-manager") as unknown as {
      cookieManifest: { matchBy: string }[];
      additionalOptions: object;
    };
    const ways = cookieManifest.map(({ matchBy }) => matchBy);
    expect(ways).toEqual(
      ways.toSorted(
        (a, b) => "exact startsWith includes".indexOf(a) - "exact startsWith includes".indexOf(b),
      ),
    );
    expect(additionalOptions).toMatchObject({ deleteUndefinedCookies: false });
  });
});

test("tarteaucitron erases whole names alone, and nothing that needs no consent", () => {
  const { services } = parsed("tarteaucitron") as unknown as {
    services: { needConsent: boolean; cookies: string[] }[];
  };
  expect(
    services.filter(({ needConsent }) => !needConsent).flatMap(({ cookies }) => cookies),
  ).toEqual([]);
  expect(
    losses("tarteaucitron").filter((message) => message.includes("has no patterns")),
  ).toHaveLength(5);
});

test("orejime is not written for a site without the policy that it must link", () => {
  const links = { en: { policy: null, privacy: null } };
  expect(exporters.find(({ id }) => id === "orejime")!.write({ ...hard, links })).toBeUndefined();
});

describe("open-cookie-database", () => {
  test("has its ten columns, one row for each name, and a flag for a beginning", () => {
    const [head, ...rows] = parseCsv(exportTo("open-cookie-database", hard).text);
    expect(head).toHaveLength(10);
    expect(head![3]).toBe("Cookie / Data Key name");
    const names = rows.map((row) => [row[3], row[9]]);
    expect(names).toContainEqual(["_c_", "1"]);
    expect(names).toContainEqual(["a.b", "0"]);
    expect(rows.every((row) => row.length === 10)).toBe(true);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    expect(rows.every(([id]) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id!))).toBe(
      true,
    );
  });

  test("leaves out patterns that it cannot say, and says so", () => {
    expect(losses("open-cookie-database").map((message) => message.split(" ")[0])).toEqual([
      '"m*d*e"',
      '"*_end"',
      '"*_any_*"',
    ]);
  });
});

test("gpc is what a site says that it honours, and nothing where it does not", () => {
  expect(parsed("gpc", platform)).toEqual({ gpc: true, lastUpdate: "2026-01-01" });
  expect(exporters.find(({ id }) => id === "gpc")!.write(shop)).toBeUndefined();
});
