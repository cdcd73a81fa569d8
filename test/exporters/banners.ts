import type { Browser } from "playwright-core";
import type { ExportSource } from "../../src/exporters/exporter.ts";
import { isErasable, type Switch, switchesOf } from "../../src/exporters/switches.ts";
import type { ExportFormat } from "../../src/vocabulary/vocabulary.ts";
import { type HostPage, openHostPage } from "./host-page.ts";
import { exportTo } from "./sources.ts";

/** A consent banner of npm, loaded with what its exporter writes. */
export interface Banner {
  readonly id: ExportFormat;
  /** The body of a page with the banner, which finds the export at this address. */
  readonly body: (address: string, text: string) => string;
  /** True once it can be asked. */
  readonly isReady: string;
  readonly accept: string;
  readonly reject: string;
  /** A script that runs once a switch is on; absent where it runs none. */
  readonly gated?: (one: Switch, script: string) => string;
  /** Opens what it shows of the site, and where that stands; absent where it shows nothing. */
  readonly show?: { readonly open: string; readonly text: string };
}

const inScript = (text: string) => `<script>config = ${text}</script>`;

export const banners: readonly Banner[] = [
  {
    id: "vanilla-cookieconsent",
    body: (address) => `<script type="module">
import config from "${address}";
import * as banner from "/npm/vanilla-cookieconsent/dist/cookieconsent.esm.js";
await banner.run({ ...config, hideFromBots: false });
window.banner = banner;
</script>`,
    isReady: "window.banner !== undefined",
    accept: 'banner.acceptCategory("all")',
    reject: "banner.acceptCategory([])",
    gated: ({ group }, script) =>
      `<script type="text/plain" data-category="${group}">${script}</script>`,
    show: { open: "banner.showPreferences()", text: "#cc-main .pm" },
  },
  {
    id: "klaro",
    body: (_, text) =>
      `${inScript(text)}<script>klaroConfig = config</script><script src="/npm/klaro/dist/klaro.js"></script>`,
    isReady:
      "window.klaro !== undefined && document.querySelector('.klaro .cookie-notice') !== null",
    accept: `(() => { const m = klaro.getManager(); m.changeAll(true); m.saveAndApplyConsents(); })()`,
    reject: `(() => { const m = klaro.getManager(); m.changeAll(false); m.saveAndApplyConsents(); })()`,
    gated: ({ id }, script) =>
      `<script type="text/plain" data-type="application/javascript" data-name="${id}">${script}</script>`,
    show: { open: "klaro.show(undefined, true)", text: ".klaro .cookie-modal" },
  },
  {
    id: "orejime",
    body: (_, text) =>
      `${inScript(text)}<script>orejimeConfig = config</script><script src="/npm/orejime/dist/orejime-standard-en.js"></script>`,
    isReady: "window.orejime !== undefined",
    accept: "orejime.manager.acceptAll()",
    reject: "orejime.manager.declineAll()",
    gated: ({ id }, script) =>
      `<template data-purpose="${id}"><script>${script}</script></template>`,
    show: { open: "orejime.prompt()", text: ".orejime-Modal" },
  },
  {
    id: "cookie-manager",
    body: (_, text) => `<div class="cookie-banner" hidden>
<button class="cookie-banner-accept-button">yes</button><button class="cookie-banner-reject-button">no</button>
</div>${inScript(text)}<script type="module">
import manager from "/npm/@hmcts/cookie-manager/dist/cookie-manager.js";
manager.init(config);
window.manager = manager;
</script>`,
    isReady: "window.manager !== undefined",
    accept: `document.querySelector(".cookie-banner-accept-button").click()`,
    reject: `document.querySelector(".cookie-banner-reject-button").click()`,
  },
  {
    id: "tarteaucitron",
    body: (_, text) => `${inScript(text)}<script>
tarteaucitronForceExpire = config.expireInDays;
tarteaucitronExpireInDay = true;
</script><script src="/npm/tarteaucitronjs/tarteaucitron.js"></script><script>
tarteaucitron.init({ cookieName: config.cookieName, highPrivacy: true, DenyAllCta: true });
for (const service of config.services) {
  tarteaucitron.services[service.key] = {
    ...service,
    js() { window.ran = [...(window.ran ?? []), service.key]; },
    fallback() {},
  };
  (tarteaucitron.job = tarteaucitron.job || []).push(service.key);
}
</script>`,
    isReady: `document.querySelector("#tarteaucitronRoot .tarteaucitronLine") !== null`,
    accept: "tarteaucitron.userInterface.respondAll(true)",
    reject: "tarteaucitron.userInterface.respondAll(false)",
    show: { open: "tarteaucitron.userInterface.openPanel()", text: "#tarteaucitron" },
  },
];

/** What of the site is set in a browser, by what stands in the registry. */
export interface Seed {
  readonly name: string;
  readonly asks: boolean;
}

/** One cookie for each declared name that a script of the site can set, but that of the choice. */
export const seedsOf = ({ facts }: ExportSource): Seed[] =>
  switchesOf(facts).flatMap(({ decision, cookies }) =>
    cookies
      .filter((one) => isErasable(one) && one.function !== "consent-choices")
      .map(({ name }) => ({
        name: name.replaceAll("*", "x1"),
        asks: decision !== "always",
      })),
  );

/** Names that nobody declares, some of which only look like a pattern. */
export const undeclared = ["_undeclared", "aXb", "_cx", "caretX"];

/** Opens a page of the site on which the banner runs. */
export async function openBanner(
  browser: Browser,
  banner: Banner,
  source: ExportSource,
): Promise<HostPage> {
  const { text } = exportTo(banner.id, source);
  const gated = switchesOf(source.facts).map(
    (one) =>
      banner.gated?.(one, `window.ran = [...(window.ran ?? []), ${JSON.stringify(one.id)}]`) ?? "",
  );
  const body = `<h1>Site</h1>${gated.join("\n")}${banner.body("/config.js", text)}`;
  const opened = await openHostPage(browser, `${source.facts.site.url}/page`, body, {
    files: { "/config.js": text },
    language: source.facts.languages[0]!,
  });
  await opened.page.waitForFunction(banner.isReady);
  return opened;
}

/** Sets every seed and every undeclared name; `attributes` such as `; domain=example.org`. */
export const setCookies = (
  { page }: HostPage,
  seeds: readonly Seed[],
  attributes: string,
): Promise<unknown> => {
  const names = [...seeds.map(({ name }) => name), ...undeclared];
  const cookies = names.map((name) => `${name}=1; path=/; max-age=9999${attributes}`);
  return page.evaluate(`for (const cookie of ${JSON.stringify(cookies)}) document.cookie = cookie`);
};

export const namesLeft = async ({ context }: HostPage): Promise<string[]> =>
  [...new Set((await context.cookies()).map(({ name }) => name))].toSorted();
