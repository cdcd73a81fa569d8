import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPath, maskPersonal, isWhollyPersonal } from "../../src/observation/personal.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { anyText } from "../any-text.ts";

describe("a star stands for what is one visitor's own", () => {
  test.each([
    ["user:7c9e6679-7425-40de-944b-e07fc1f90ae7:theme", "user:*:theme"],
    [
      "CognitoIdentityServiceProvider.3n4b5urk1ft4fl3mg5e62d9ado.jane.doe@example.org.accessToken",
      "CognitoIdentityServiceProvider.*.accessToken",
    ],
    ["draft:jane@mail.example.co.uk", "draft:*"],
    ["draft|jürgen.müller@büro.example|x", "draft|*|x"],
    ["jane.doe%40example.org", "*"],
    ["wordpress_logged_in_5d41402abc4b2a76b9719d911017c592", "wordpress_logged_in_*"],
    ["AMCV_ABCDEF1234567890ABCDEF12@AdobeOrg", "AMCV_*@AdobeOrg"],
    ["ph_phc_Xk9QmLpZ2aBcD4eFgH6iJkL8tR3v_posthog", "ph_phc_*_posthog"],
    ["token:Xk9-QmLpZ2aBc_D4eFgH6iJkL8", "token:*"],
    ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0", "*.*"],
    ["phone:+491701234567:seen", "phone:+*:seen"],
    ["seen:1764288000000", "seen:*"],
    ["cart0612345678", "cart*"],
    ["user/٠٦١٢٣٤٥٦٧٨", "user/*"],
    ["call:+33 6 12 34 56 78:x", "call:+*:x"],
    ["seen-1-800-555-0199", "seen-*"],
    ["card:4111-1111-1111-1111", "card:*"],
    ["iban:FR7630006000011234567890189", "iban:FR*"],
    ["visitor-192.168.10.23", "visitor-*"],
    ["ip:10.0.0.1", "ip:*"],
    ["ip:2001:db8:85a3::8a2e:370:7334", "ip:*"],
    ["u:amFuZUBleGFtcGxlLm9yZw:x", "u:*:x"],
    ["state:eyJlIjoiamFuZSJ9", "state:*"],
    ["user:jane%2540example.org", "user:*"],
    ["user:jane＠example.org", "user:*"],
    ['user:"jane doe"@example.org', "user:*"],
    ["user_7c9e6679_7425_40de_944b_e07fc1f90ae7:x", "user_*:x"],
    ["V1StGXR8_Z5jdHi6B-myT", "*-myT"],
    ["key:AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY:[DEFAULT]", "key:AIzaSyD-*:[DEFAULT]"],
  ])("%s: %s", (name, expected) => {
    expect(maskPersonal(name)).toBe(expected);
  });
});

test.each([
  "",
  "_ga_G12345ABCD",
  "_gat_UA-12345678-1",
  "_pk_id.1.1fff",
  "_hjSessionUser_1234567",
  "__Secure-ROLLOUT_TOKEN",
  "wp-settings-1",
  "VISITOR_INFO1_LIVE",
  "Google4AnalyticsSessionCookie_v2",
  "intercom-session-a1b2c3d4",
  "a@b",
  "rc::d-15",
  "a::b:c",
  "add:bed:fee:face",
  "v1.2.3",
  "2026-11-28",
  "_gat_UA-12345678-12",
  "CookieConsentPolicyAcceptedByTheVisitor",
])("%s is everybody's, and stays", (name) => {
  expect(maskPersonal(name)).toBe(name);
});

test.each([
  ["/reset/SECRETtoken8f7e6d5c4b3a/new", "/reset/*/new"],
  ["/users/jane@example.org", "/users/*"],
  ["/assets/app.3f9a8b7c6d5e4f3a2b1c.js", "/assets/app.*.js"],
  ["/en/shop/", "/en/shop/"],
  ["/npm/klaro@0.7.18/dist/klaro.js", "/npm/klaro@0.7.18/dist/klaro.js"],
  ["/of/jane@10.0.0.1/", "/of/*/"],
])("of the path %s is told %s", (path, expected) => {
  expect(maskPath(path)).toBe(expected);
});

test("a name of which hardly anything is left is known as such, a short name is not", () => {
  expect(["*.*", "id*", "*"].map(isWhollyPersonal)).toEqual([true, true, true]);
  expect(["id", "x", "", "_ga_*"].map(isWhollyPersonal)).toEqual([false, false, false, false]);
});

const mails = fc.emailAddress().filter((mail) => /^[\w.+-]+@/.test(mail));

test("what is masked once stays as it is", () => {
  fc.assert(
    fc.property(anyText, fc.uuid(), mails, (text, id, mail) => {
      const masked = maskPersonal(`${text}:${id}: ${mail}`);
      expect(masked).not.toContain(id);
      expect(masked).not.toContain(mail);
      expect(maskPersonal(masked)).toBe(masked);
    }),
  );
});

test.each(["a", "a1", "-", "a@", "%40", "1a-", ".", "@a.", "1-", ":", "a:", "0000", '"a'])(
  "two hundred names of %s without end take no longer for it",
  (part) => {
    const name = part.repeat(4096 / part.length);
    const milliseconds = cpuMilliseconds(() => {
      for (let count = 0; count < 200; count += 1) maskPersonal(name);
    });
    expect(milliseconds).toBeLessThan(800);
  },
);
