import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../../src/audit/browse/browse.ts";
import type { Evidence, Observation } from "../../../src/observation/observation.ts";
import { fixtureBounds, lookAt } from "./looking.ts";
import type { Banner } from "./pages.ts";
import { serve, type Server } from "./server.ts";
import { addressOfCarrier, phasesOf, site, type Thing, things } from "./storage-fixture.ts";

const records = {
  vanilla: { name: "cc_cookie", setter: `script https://${site}/vanilla.js` },
  klaro: { name: "klaro", setter: `script https://${site}/klaro.js` },
};

/** `before cookie sid market.example session response https://market.example/none`, with a line where the fixture knows it. */
function describeThing(thing: Thing, banner: Banner): string[] {
  const { name, carrier, storage, host, owner, seconds, write, blocked } = thing;
  const byScript = carrier.endsWith("script");
  const script = `${addressOfCarrier(thing)}${carrier === "script" ? "" : ".js"}`;
  const response = carrier === "page" ? `https://${site}/${banner}` : addressOfCarrier(thing);
  const setter = byScript ? `script ${script}:2` : `response ${response}`;
  const persists = storage !== "cookie" && storage !== "session-storage";
  return phasesOf(thing).map((phase) =>
    [
      phase,
      storage,
      name,
      owner ?? (byScript ? site : host),
      seconds ?? (persists ? "persistent" : "session"),
      write?.startsWith("assign") ? "-" : setter,
      ...(blocked === undefined ? [] : [blocked]),
    ].join(" "),
  );
}

function describeSeen({ phase, storage, name, host, lifetime, setter, blocked = [] }: Observation) {
  const line = setter?.line === undefined ? "" : `:${setter.line}`;
  return [
    phase,
    storage,
    name,
    host,
    lifetime.kind === "length" ? lifetime.seconds : lifetime.kind,
    setter ? `${setter.kind} ${setter.url}${line}` : "-",
    ...blocked,
  ].join(" ");
}

const isRecord = ({ name }: Observation): boolean =>
  Object.values(records).some((record) => record.name === name);

let server: Server;
let looks: Readonly<Record<Banner, readonly Evidence[]>>;

const look = async (banner: Banner, choice = fixtureBounds.choice): Promise<Evidence> => {
  const asked = await lookAt(server, `https://${site}/${banner}`);
  return browse({ ...asked, bounds: { ...fixtureBounds, choice } });
};

/** One after the other: beside each other they would see each other's load. */
beforeAll(async () => {
  server = await serve(things);
  looks = {
    vanilla: [await look("vanilla"), await look("vanilla")],
    klaro: [await look("klaro")],
    none: [await look("none", 2000)],
  };
});
afterAll(() => server.close());

describe.each(["vanilla", "klaro"] as const)("a site with the banner of %s", (banner) => {
  test("shows everything that it sets, in its phase, with its setter", () => {
    const { observations, incomplete } = looks[banner][0]!;
    expect(incomplete).toEqual([]);
    const seen = observations.filter((one) => !isRecord(one)).map(describeSeen);
    const expected = things.flatMap((thing) => describeThing(thing, banner));
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });

  test("shows the record of the choice after the choice alone", () => {
    const { name, setter } = records[banner];
    const seen = looks[banner][0]!.observations.filter((one) => one.name === name);
    expect(seen.map(({ phase }) => phase)).toEqual(["rejected", "accepted"]);
    for (const one of seen) expect(describeSeen(one)).toContain(setter);
  });

  test("keeps no value", () => {
    expect(JSON.stringify(looks[banner])).not.toContain("secret");
  });
});

test("one look is like the other", () => {
  /** What a script counts from its own clock may differ by a second. */
  const withoutSecond = ({ lifetime, ...one }: Observation) => ({
    ...one,
    lifetime:
      lifetime.kind === "length"
        ? { ...lifetime, seconds: Math.round(lifetime.seconds / 10) }
        : lifetime,
  });
  const [first, second] = looks.vanilla.map(({ observations, incomplete }) => ({
    observations: observations.map(withoutSecond),
    incomplete,
  }));
  expect(second).toBeDefined();
  expect(second).toEqual(first);
});

test("a site without a banner is seen before any choice, and called incomplete", () => {
  const { observations, incomplete } = looks.none[0]!;
  const expected = things.filter(({ when }) => !when).flatMap((one) => describeThing(one, "none"));
  expect(observations.map(describeSeen).toSorted()).toEqual(
    expected.filter((line) => line.startsWith("before ")).toSorted(),
  );
  expect(incomplete).toEqual([
    "no consent banner was found, so the site was not seen after rejecting",
    "no consent banner was found, so the site was not seen after accepting",
  ]);
});

test("a look asks only what the pages ask", () => {
  const hosts = new Set(server.asked.map((url) => new URL(url).host));
  expect([...hosts].toSorted()).toEqual(
    [...new Set([site, ...things.map(({ host }) => host)])].toSorted(),
  );
});
