import { expect, test } from "vitest";
import { loadSites, renderFiles } from "./law.ts";
import { attributeOf, elementsOf, textOf } from "./rendering.ts";

const acme = `name: Acme, Inc.
entity: Acme Holding
country: FR
privacyPolicy: https://acme.example/privacy
cookies:
  - name: "csrf"
    function: form-protection
    locations: [account-area, comments]
    purposes: [verify-requests]
    duration: session
`;

/** The fragment of a site in one language. */
function fragmentIn(tag: string, keys = ""): string {
  const site = `languages: [${tag}]\nproviders: [acme]\ncolumns: [provider, function, name, purposes, duration]\n${keys}`;
  const registry = loadSites({ site }, { "data/providers/acme.yaml": acme });
  return renderFiles(registry)("site").get(`${tag}/fragment.html`)!();
}

test("a foreign name at the edge of a text from right to left is kept apart", () => {
  expect(fragmentIn("ar")).toContain("\u2068Acme, Inc.\u2069<");
  expect(fragmentIn("he")).toContain("\u2068Acme, Inc.\u2069<");
  expect(fragmentIn("fr")).not.toMatch(/[\u2066-\u2069]/);
});

test("the name of a country begins a cell with a capital", () => {
  expect(fragmentIn("mt")).toContain(">Franza<");
  expect(fragmentIn("ga")).toContain(">An Fhrainc<");
});

test("a function that ends in brackets is given its locations without others", () => {
  expect(fragmentIn("en")).toContain("Form protection (CSRF) – account area, comments");
});

test("authorities abroad are named in their own language, with their place in that of the page", () => {
  const html = fragmentIn("de", "jurisdictions: [AT, FR, UK, CA-QC]\n");
  expect(html).toContain(">Österreichische Datenschutzbehörde (DSB)<");
  expect(html).toContain("informatique et des libertés (CNIL)</span> (Frankreich)<");
  expect(html).toContain("Information Commission (ICO)</span> (Vereinigtes Königreich)<");
  expect(html.match(/Commission d’accès à l’information/g)).toHaveLength(1);
  expect(html).not.toContain("National Commission");
});

test("cookies of one name at several domains say which is whose", () => {
  const cookie = (name: string, domain: string) =>
    `  - name: "${name}"\n    domain: ${domain}\n    function: audience-measurement\n    purposes: [measure-audience]\n`;
  const two = `name: Acme\ncookies:\n${cookie("MUID", "acme.example")}${cookie("MUID", "xn--mnchen-3ya.example")}${cookie("other", "acme.example")}`;
  const registry = loadSites(
    { site: "languages: [en, de]\nproviders: [acme]\n" },
    { "data/providers/acme.yaml": two },
  );
  const cells = (tag: string) =>
    elementsOf(renderFiles(registry)("site").get(`${tag}/fragment.html`)!(), "th")
      .filter((cell) => attributeOf(cell, "data-label") !== undefined)
      .map(textOf);
  expect(cells("en")).toEqual(["MUIDacme.example", "MUIDmünchen.example", "other"]);
  expect(cells("de")).toEqual(cells("en"));
});
