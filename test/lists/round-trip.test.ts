import { describe, expect, test } from "vitest";
import { usedProviders } from "../../src/registry/cookies.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { lengthInDays } from "../../src/vocabulary/duration.ts";
import { run } from "../cli/run.ts";
import { root, temporaryFolder, writeFiles } from "../project.ts";

/** What a registry says of the cookies of its site, one line each. */
function cookiesOf(folder: string, site?: string): string[] {
  const { registry } = loadRegistry(openProject(folder));
  const entry = site === undefined ? [...registry.sites.values()][0]! : registry.sites.get(site)!;
  return usedProviders(entry.value, registry)
    .flatMap(({ provider, cookies }) =>
      cookies.map(({ name, storage, category, cookie }) =>
        [
          provider.id,
          name,
          storage,
          category,
          cookie.duration ? lengthInDays(cookie.duration) : "-",
          cookie.domain ?? "-",
        ].join(" "),
      ),
    )
    .toSorted();
}

async function roundTrip(to: string, ...words: readonly string[]) {
  const out = await run(root, ["export", "--site", "example-shop", "--to", to, ...words]);
  const folder = writeFiles(temporaryFolder(), { list: out.stdout });
  const read = await run(folder, ["import", "list", "--url", "https://shop.example"]);
  return { folder, read };
}

const whole = cookiesOf(root, "example-shop");

describe("what is exported and imported again", () => {
  test("as a list of the Open Cookie Database, is what it was", async () => {
    const { folder, read } = await roundTrip("open-cookie-database");
    expect(read.status).toBe(0);
    expect(cookiesOf(folder)).toEqual(whole);
  });

  test("as the disclosures of a vendor, is what it was but for pixels, which they cannot hold", async () => {
    const { folder, read } = await roundTrip("iab-device-storage", "--provider", "example-ads");
    expect(read.status).toBe(0);
    expect(cookiesOf(folder)).toEqual(
      whole.filter((line) => line.startsWith("example-ads ") && !line.includes(" pixel ")),
    );
  });

  test("as services of tarteaucitron, is what asks and has a whole name", async () => {
    const { folder, read } = await roundTrip("tarteaucitron");
    expect(read.status).toBe(0);
    const found = cookiesOf(folder);
    expect(found).not.toEqual([]);
    for (const line of found) expect(whole).toContain(line);
  });

  test.each([
    ["vanilla-cookieconsent", "in its tables everything"],
    ["klaro", "what a script can erase"],
    ["orejime", "what a script can erase"],
  ])("as a configuration of %s, is %s, and nothing else", async (to) => {
    const { folder, read } = await roundTrip(to);
    expect(read.status).toBe(0);
    const found = cookiesOf(folder);
    const isErasable = (line: string) => / cookie \S+ .* -$/.test(line);
    expect(found).toEqual(to === "vanilla-cookieconsent" ? whole : whole.filter(isErasable));
  });
});
