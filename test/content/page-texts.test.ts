import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { columns } from "../../src/vocabulary/vocabulary.ts";
import { writeProject } from "../project.ts";
import { elementsOf, textOf } from "../site/rendering.ts";
import { tags } from "./languages.ts";

/** Every name ends with a full stop. */
const acme = `name: Acme Inc.
entity: Acme Holding Ltd.
country: US
privacyPolicy: https://acme.example/privacy
optOut: https://acme.example/out
subprocessors: https://acme.example/sub
role: joint-controller
recipients: [Beta Corp., Gamma S.A.]
transfers:
  - country: US
    safeguard: standard-contractual-clauses
  - country: JP
    safeguard: adequacy-decision
dataRetention: 25 months
cookies:
  - name: "id_*"
    function: audience-measurement
    purposes: [measure-audience]
    locations: [account-area, comments]
    duration: up to 13 months
    selfRenewing: true
    domain: acme.example
    dataRetention: 2 years
    condition: multilingual-site
  - name: "x"
    function: retargeting
    purposes: [show-personalised-ads]
    storage: pixel
    domain: acme.example
  - name: "session"
    function: authentication
    purposes: [check-identity]
    duration: session
  - name: "c"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months by default
`;

/** As much as a page can say, under laws of several kinds. */
const site = `name: Shop Ltd.
url: https://shop.example
controller: { name: Shop Inc., address: ["Main St. 1."], email: privacy@shop.example, dpo: dpo@shop.example }
representative: { EU: { name: Rep S.A., email: r@shop.example } }
personInCharge: { BR: { name: P. Jr., title: Dr. } , CA-QC: { name: Q. Jr., title: Me. } }
authority: { name: Authority Inc., url: https://a.example }
complaints: { email: c@shop.example }
privacyPolicy: https://shop.example/privacy
optOut: https://shop.example/out
jurisdictions: [EU, FR, UK, CH, BR, CA-QC, US-CA, JP, KR]
consent: opt-in
legalBasis: { statistics: consent }
retention: { statistics: 25 months, marketing: until account-closed }
sold: false
shared: true
gpc: { display: https://shop.example/gpc }
languages: [${tags.join(", ")}]
providers: [acme]
columns: [${columns.join(", ")}]
preferences: https://shop.example/#p
objection: https://shop.example/#o
updated: 2026-11-23
`;

const { registry } = loadRegistry(
  openProject(writeProject({ "data/sites/shop.yaml": site, "data/providers/acme.yaml": acme })),
);
const plan = planOutput(registry, ["shop"]);

test.each(tags)(
  "the page in %s has no stop twice, no placeholder and nothing that is not said",
  (tag) => {
    const [body] = elementsOf(plan.get(`shop/${tag}/index.html`)!(), "body");
    const text = textOf(body!).replaceAll(/[\u2066-\u2069]/g, "");
    expect(text).toContain("Acme Inc.");
    expect(
      text.match(/.{0,40}(\.\s?[.。]|[{}]|undefined|\[object|(?<!\p{L})null(?!\p{L})).{0,20}/gu),
    ).toBeNull();
  },
);
