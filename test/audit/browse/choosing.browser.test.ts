import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ConsentChoice,
  chooseBySelector,
} from "../../../src/audit/browse/consent/consent-choice.ts";
import { liveLook } from "../../../src/audit/browse/optional-packages.ts";
import { withBrowser } from "../../../src/browser/launch.ts";
import { visit } from "../../../src/audit/browse/visit.ts";
import { fixtureBounds, lookAt } from "./looking.ts";
import { serve, type Server } from "./server.ts";
import { site, things } from "./storage-fixture.ts";

let server: Server;
beforeAll(async () => {
  server = await serve(
    things.filter(({ when }) => when),
    ({ pathname }) =>
      pathname === "/framed"
        ? { headers: { "content-type": "text/html" }, body: `<iframe src="/klaro"></iframe>` }
        : undefined,
  );
});
afterAll(() => server.close());

/** The phase and name of everything seen, and why something may be missing. */
async function click(
  path: string,
  is: ConsentChoice,
  selector: string,
  bounds = fixtureBounds,
): Promise<string[]> {
  const chooser = chooseBySelector(selector, { choice: is, bounds });
  const look = await lookAt(server, `https://${site}${path}`);
  const { observations, incomplete } = await withBrowser({ ...look, need: liveLook }, (context) =>
    visit(context, { pages: [look.url, `https://${site}/none`], choice: { is, chooser }, bounds }),
  );
  return [...observations.map(({ phase, name }) => `${phase} ${name}`), ...incomplete];
}

test("what a selector matches is clicked, to reject or to accept", async () => {
  expect(await click("/klaro", "rejected", ".cn-decline")).toEqual(["rejected klaro"]);
  const accepted = await click("/klaro", "accepted", ".cm-btn-success");
  expect(accepted.toSorted()).toEqual(["accepted _stats", "accepted ad_id", "accepted klaro"]);
});

test("a banner in a frame is found, one that is not there is said to be missing", async () => {
  const framed = await click("/framed", "accepted", ".cm-btn-success");
  expect(framed.toSorted()).toEqual(["accepted _stats", "accepted ad_id", "accepted klaro"]);
  const missing = { ...fixtureBounds, choice: 2000 };
  expect(await click("/none", "rejected", "#no", missing)).toEqual([
    'nothing to click matches "#no", so the site was not seen after rejecting',
  ]);
});
