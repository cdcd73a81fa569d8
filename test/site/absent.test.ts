import { describe, expect, test } from "vitest";
import { fragmentOf, loadSites, renderFiles, termsIn, textIn, textsOf } from "./law.ts";

const { consent, labels, rights, sentences } = termsIn.get("en")!;

/** A site with this cookie alone. */
const withCookie = (keys: string) =>
  fragmentOf("jurisdictions: [FR]\nconsent: opt-in\nproviders: [acme]\n", {
    "data/providers/acme.yaml": `name: Acme\noperator: site\ncookies:\n  - ${keys}\n`,
  });

const counted = (more: string) =>
  withCookie(
    `{ name: "visit", function: audience-measurement, purposes: [measure-audience], ${more} }`,
  );

describe("a page says nothing of what is not there", () => {
  test("it explains the asterisk below each table that has one, and nowhere else", () => {
    const html = fragmentOf("providers: [acme]\n", {
      "data/providers/acme.yaml": `name: Acme
cookies:
  - { name: "id_*", function: authentication, purposes: [check-identity] }
  - { name: "visit_*", function: audience-measurement, purposes: [measure-audience] }
  - { name: "theme", function: display-settings, purposes: [remember-display] }
`,
    });
    const notes = html.split("</table>").map((part) => part.includes(sentences.varyingNames));
    expect(notes).toEqual([false, false, true, false, true]);
    expect(textIn(counted("duration: session"))).not.toContain("asterisk");
  });

  test("it explains what is renewed, and what runs from the last activity, only where that is so", () => {
    const [renewed, lastActivity] = [
      "it starts again at every visit",
      "each time you use the site",
    ];
    const said = (more: string) =>
      [renewed, lastActivity].map((text) => textIn(counted(more)).includes(text));
    expect(said("duration: 13 months")).toEqual([false, false]);
    expect(said("duration: 13 months, selfRenewing: true")).toEqual([true, false]);
    expect(said("duration: 30 minutes after last activity")).toEqual([false, true]);
  });

  test("with necessary cookies alone it speaks of no consent that somebody could give or withdraw", () => {
    const necessary = withCookie(
      '{ name: "sid", function: authentication, purposes: [check-identity], duration: session }',
    );
    const asked = counted("duration: 13 months");
    const spoken = (html: string) =>
      textIn(html)
        .replaceAll(consent.law.none, "")
        .match(/consent/g);
    expect(spoken(necessary)).toBeNull();
    expect(spoken(asked)).not.toBeNull();
    const withdrawal = rights["withdrawal-for-the-future"];
    expect([necessary, asked].map((html) => textIn(html).includes(withdrawal))).toEqual([
      false,
      true,
    ]);
  });

  test("a page in one language offers no choice of languages, and its index leads there without a script", () => {
    const files = renderFiles(loadSites({ site: "outputs: [page]\n" }))("site");
    const [page, index] = ["en/index.html", "index.html"].map((name) => files.get(name)!());
    expect(page).not.toContain(labels.languages);
    expect(index).toContain('http-equiv="refresh" content="0; url=en/index.html"');
    expect(index).not.toContain("<script");
  });

  test("it names no controller, transfer or date that nobody stated", () => {
    const summary = (keys: string) => textsOf(fragmentOf(keys), "dt", "cookie-policy-summary");
    expect(summary("providers: [own]\n")).toEqual([labels.controller]);
    expect(summary("updated: 2026-11-01\n")).toEqual([
      labels.controller,
      termsIn.get("en")!.transferAreas.eea,
      labels.lastUpdated,
    ]);
  });
});
