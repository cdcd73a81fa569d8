import { expect, test } from "vitest";
import { joinVisit, joinVisits } from "../../../src/audit/browse/merge-visits.ts";
import type { Observation } from "../../../src/observation/observation.ts";

const pages = ["/", "/shop", "/help"].map((path) => `https://www.example.org${path}`);
const [first, shop, help] = pages;

const see = (page: string | undefined, more: Partial<Observation> = {}): Observation => ({
  name: "sid",
  storage: "cookie",
  host: "www.example.org",
  lifetime: { kind: "session" },
  phase: "before",
  ...(page !== undefined && { page }),
  ...more,
});

const days = (count: number) =>
  ({ kind: "length", seconds: count * 86_400, capped: false }) as const;

const told = (observations: readonly Observation[]) =>
  observations.map(({ phase, page, alsoOn }) => [phase, page, alsoOn]);

test("a thing names the first page that shows it, in the order of the visit, and the others", () => {
  const seen = [see(help), see(shop), see(shop)];
  expect(told(joinVisit(seen, pages))).toEqual([["before", shop, [help]]]);
});

test("whichever of them stays longest", () => {
  const seen = [see(shop), see(help, { lifetime: days(9) })];
  const [joined] = joinVisit(seen, pages);
  expect(joined).toMatchObject({ lifetime: days(9), page: shop, alsoOn: [help] });
});

test("each phase has its own pages", () => {
  const seen = [see(first), see(help, { phase: "accepted" })];
  expect(told(joinVisit(seen, pages))).toEqual([
    ["before", first, []],
    ["accepted", help, []],
  ]);
});

test("visits are joined with the pages of all of them", () => {
  const before = joinVisit([see(shop), see(help)], pages);
  const later = joinVisit([see(first), see(help, { phase: "accepted" })], [first!, help!]);
  expect(told(joinVisits([before, later], pages))).toEqual([
    ["before", first, [shop, help]],
    ["accepted", help, []],
  ]);
});

test("where one page was visited, there are no others to tell of", () => {
  expect(joinVisit([see(first)], [first!])[0]).not.toHaveProperty("alsoOn");
});
