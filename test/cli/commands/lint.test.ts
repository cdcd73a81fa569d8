import { expect, test } from "vitest";
import { tags } from "../../content/languages.ts";
import { writeProject } from "../../project.ts";
import { run } from "../run.ts";

/** Of each kind some that sites use beside each other. */
const providers = [
  "opendatasoft",
  "wordpress",
  "woocommerce",
  "php",
  "cookiebot",
  "google-analytics",
  "google-ads",
  "matomo",
  "meta-pixel",
  "contentsquare",
  "cloudflare",
  "google-recaptcha",
  "vimeo",
  "intercom",
  "adyen",
];

const site = `name: Example Shop
url: https://shop.example
controller:
  name: Example Shop SARL
  address: [1 rue de l’Exemple, 00000 Exempleville]
  email: privacy@shop.example
authority:
  name: CNIL
  url: https://www.cnil.fr
privacyPolicy: https://shop.example/privacy
jurisdictions: [EU, FR]
consent: opt-in
languages: [${tags.join(", ")}]
providers: [${providers.join(", ")}]
preferences: https://shop.example/#cookie-settings
objection: https://shop.example/#object
updated: 2026-11-23
`;

test("a site that is whole and has providers of the package alone has no problem in any language", async () => {
  const folder = writeProject({ "data/sites/shop.yaml": site });
  const { status, stdout, stderr } = await run(folder, ["lint", "--strict"]);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^1 files: no problems/);
  expect(status).toBe(0);
});

test("what such a site lacks is said of its own file", async () => {
  const lacking = site.replace(/^preferences: .*\n/m, "").replace(/^consent: .*\n/m, "");
  const folder = writeProject({ "data/sites/shop.yaml": lacking });
  const { status, stdout } = await run(folder, ["lint", "--format", "json"]);
  expect(status).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] };
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(["data/sites/shop.yaml"]));
});
