import { expect, test } from "vitest";
import { generaliseName } from "../../../src/audit/propose/generalise.ts";

test.each([
  ["_hjSession_123456", "_hjSession_*"],
  ["wp-settings-time-1", "wp-settings-time-*"],
  ["_pk_id.1.1fff", "_pk_id.*"],
  ["_ga_AB12CD34EF", "_ga_*"],
  ["intercom-id-q7w8e9r0", "intercom-id-*"],
  ["hash:0a1b2c3d", "hash:*"],
  // Words, versions, and what would leave hardly anything.
  ["_ga_prefs", "_ga_prefs"],
  ["consent_v2", "consent_v2"],
  ["i18n_a11y", "i18n_a11y"],
  ["cart-facade", "cart-facade"],
  ["123456", "123456"],
  ["_1_2", "_1_2"],
  ["a_1", "a_1"],
  ["user_*", "user_*"],
])("%s becomes %s", (name, pattern) => {
  expect(generaliseName(name)).toBe(pattern);
});
