import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { createParts } from "../../src/site/render/parts.ts";
import { openableBanners } from "../../src/vocabulary/vocabulary.ts";
import { launchBrowser } from "../chromium.ts";
import { openHostPage } from "../exporters/host-page.ts";
import { writeProject } from "../project.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser.close();
});

const provider = `name: Town
operator: site
cookies:
  - name: "theme"
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: "visits"
    function: audience-measurement
    purposes: [measure-audience]
    duration: 6 months
`;

/** The text of a policy to stand in a page of the site, with a category that is set until somebody refuses it. */
function policyWith(banner: string): string {
  const folder = writeProject({
    "data/providers/town.yaml": provider,
    "data/sites/town.yaml": `name: Town
url: https://town.example
languages: [en]
providers: [town]
consent:
  preferences: opt-in
  statistics: opt-out
preferences:
  banner: ${banner}
`,
  });
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  return createParts(registry).policy("town", "en");
}

interface Banner {
  /** As its own documents say. */
  readonly load: string;
  /** It can be asked and closed. */
  readonly isReady: string;
  /** Ends the first question, so that nothing lies over the page. */
  readonly choose: string;
  readonly isOpen: string;
  readonly close: string;
}

const banners: Readonly<Record<string, Banner>> = {
  "vanilla-cookieconsent": {
    load: `<script src="/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script><script>
CookieConsent.run({ hideFromBots: false, autoShow: false,
  categories: { necessary: { enabled: true, readOnly: true }, preferences: {} },
  language: { default: "en", translations: { en: {
    consentModal: { title: "Cookies" },
    preferencesModal: { title: "Cookies", sections: [] } } } } });
</script>`,
    isReady: `CookieConsent.validConsent() === false && document.getElementById("cc-main") !== null`,
    choose: "CookieConsent.acceptCategory([])",
    isOpen: `document.documentElement.classList.contains("show--preferences")`,
    close: "CookieConsent.hidePreferences()",
  },
  tarteaucitron: {
    load: `<script src="/npm/tarteaucitronjs/tarteaucitron.js"></script><script>
tarteaucitron.init({ hashtag: "#tarteaucitron", useExternalCss: false, useExternalJs: false });
tarteaucitron.services.visits = { key: "visits", type: "analytic", name: "Visits",
  needConsent: true, cookies: [], js() {}, fallback() {} };
(tarteaucitron.job = tarteaucitron.job || []).push("visits");
</script>`,
    isReady: `document.getElementById("visitsDenied") !== null`,
    choose: "tarteaucitron.userInterface.respondAll(false)",
    isOpen: `document.getElementById("tarteaucitron")?.style.display === "block"`,
    close: "tarteaucitron.userInterface.closePanel()",
  },
};

test("every banner that a link can open is tried", () => {
  expect(Object.keys(banners).toSorted()).toEqual(openableBanners.toSorted());
});

test.each(Object.entries(banners))(
  "%s opens at a click on each link to the settings, in the summary, the prose and above a table",
  async (banner, { load, isReady, choose, isOpen, close }) => {
    const { page, context, faults } = await openHostPage(
      browser,
      "https://town.example/cookies",
      policyWith(banner) + load,
    );
    const places = [".cookie-policy-summary", ".cookie-policy-prose", ".cookie-policy-group"];
    const opener =
      banner === "tarteaucitron"
        ? 'a[href="#tarteaucitron"]'
        : 'a[data-cc="show-preferencesModal"]';
    await page.waitForFunction(isReady);
    await page.evaluate(choose);
    for (const place of places) {
      await page.locator(`${place} ${opener}`).first().click();
      await page.waitForFunction(isOpen);
      expect(new URL(page.url()).pathname).toBe("/cookies");
      await page.evaluate(close);
      await page.waitForFunction(`!(${isOpen})`);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);
