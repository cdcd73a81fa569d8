import { afterAll, beforeAll, expect, test } from "vitest";
import { crawl } from "../../../src/audit/crawl/crawl.ts";
import { usualManners } from "../../../src/audit/crawl/manners.ts";
import type { Evidence } from "../../../src/observation/observation.ts";
import { fixtureBounds, lookAt } from "../browse/looking.ts";
import { serve, type Server } from "../browse/server.ts";
import { site } from "../browse/storage-fixture.ts";

const html = { "content-type": "text/html" };
const plain = ["/a", "/b", "/c", "/d", "/e", "/f"];
/** Each page stands behind one that is refused. */
const links = plain.flatMap((path) => [`/away${path}`, path, `/file${path}`, `${path}/more`]);

const shadow = `<p id="host"></p><script>
host.attachShadow({ mode: "open" }).innerHTML = '<a href="/shadowed">x</a>';
</script>`;

let server: Server;
let evidence: Evidence;

beforeAll(async () => {
  server = await serve([], ({ pathname }) => {
    if (pathname.startsWith("/away"))
      return { status: 302, headers: { location: "https://elsewhere.example/" } };
    if (pathname.startsWith("/file"))
      return { headers: { "content-type": "application/zip", "set-cookie": "fetched=secret" } };
    const body = links.map((link) => `<a href="${link}">x</a>`).join("");
    if (pathname === "/robots.txt") return { status: 404 };
    return { headers: html, body: pathname === "/a" ? body + shadow : body };
  });
  evidence = await crawl({
    ...(await lookAt(server, `https://${site}/`)),
    bounds: { ...fixtureBounds, quiet: 50, choice: 1000 },
    manners: { ...usualManners, delay: 1 },
    reject: "#no",
    accept: "#yes",
    pages: 40,
    followsLinks: true,
  });
});
afterAll(() => server.close());

test("a page is seen however soon it is asked for behind one that was refused, and of a shadow tree the links, too", () => {
  const paths = evidence.crawled!.pages.map((url) => new URL(url).pathname);
  expect(paths.toSorted()).toEqual(
    ["/", "/shadowed", ...plain, ...plain.map((path) => `${path}/more`)].toSorted(),
  );
  expect(evidence.incomplete.filter((clause) => clause.includes("did not"))).toEqual([]);
});

test("what the answer for a file sets is told of its address, and not of the next page", () => {
  const found = evidence.observations.filter(({ name }) => name === "fetched");
  expect(found.map(({ phase, page, alsoOn }) => [phase, page, alsoOn])).toEqual([
    ["before", `https://${site}/file/a`, []],
  ]);
});
