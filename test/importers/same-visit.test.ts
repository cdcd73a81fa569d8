import { describe, expect, test } from "vitest";
import type { Observation } from "../../src/observation/observation.ts";
import { readFixture } from "./fixtures.ts";

const paths = [
  "har/playwright.har",
  "storage-state/visit.json",
  "cookie-list/devtools.json",
  "cookie-list/edit-this-cookie.json",
  "cookie-list/selenium.json",
  "cookie-list/cypress.json",
  "devtools-table/visit.txt",
  "netscape/visit.txt",
  "wec/visit.json",
  "wec-yaml/visit.yml",
  "header-log/visit.txt",
];

const names = ["sid", "lang", "_shop", "id"];
const fields = ["host", "hostOnly", "path", "httpOnly", "secure", "sameSite"] as const;

const cookiesOf = (path: string): ReadonlyMap<string, Observation> =>
  new Map(
    readFixture(path)
      .observations.filter(({ storage }) => storage === "cookie")
      .map((one) => [one.name, one]),
  );

const reference = cookiesOf("cookie-list/devtools.json");

/** A browser keeps at most 400 days of what a header asks for. */
function daysOf({ lifetime }: Observation): number | string {
  if (lifetime.kind !== "length") return lifetime.kind;
  return Math.min(Math.round(lifetime.seconds / 86_400), 400);
}

describe.each(paths)("%s", (path) => {
  const cookies = cookiesOf(path);

  test.each(names)("shows %s as the others do, as far as it can know", (name) => {
    const [cookie, other] = [cookies.get(name)!, reference.get(name)!];
    const known = fields.filter((field) => cookie[field] !== undefined);
    expect(known).toContain("host");
    expect(known.map((field) => cookie[field])).toEqual(known.map((field) => other[field]));
    expect(daysOf(cookie)).toBe(daysOf(other));
  });
});

test("a jar cannot know what was asked for beyond the cap, a header can", () => {
  expect(reference.get("_shop")?.lifetime).toMatchObject({ capped: true });
  expect(cookiesOf("har/playwright.har").get("_shop")?.lifetime).toEqual({
    kind: "length",
    seconds: 10 * 365 * 86_400,
    capped: false,
  });
});

test("a HAR shows of a cookie that a script set only that it was sent", () => {
  expect(cookiesOf("har/playwright.har").get("_tracker")).toEqual({
    name: "_tracker",
    storage: "cookie",
    host: "www.shop.example",
    page: "https://www.shop.example/start",
    lifetime: { kind: "unknown" },
  });
});
