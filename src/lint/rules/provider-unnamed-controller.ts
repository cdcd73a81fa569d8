import { advertisingExample } from "../examples/example-ads.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { cookiesOf } from "../../registry/cookies.ts";
import { mayUseForItself } from "../who.ts";

export const providerUnnamedController: LawRule = {
  id: "provider-unnamed-controller",
  severity: "warning",
  needs: "provider",
  summary:
    "A provider that uses the data for itself has neither a legal name nor a privacy policy.",
  why: "Everybody who relies on a visitor's consent must be named, so that the visitor can turn to them. A provider that advertises or has a host of its own, and is no processor, is one of them.",
  law: duty("recipients-named"),
  bad: advertisingExample({ entity: undefined, privacyPolicy: undefined }),
  good: advertisingExample(),
  check(provider, { registry }) {
    const { name, entity, entities, privacyPolicy } = provider.value;
    if (!mayUseForItself(provider.value) || entity || entities || privacyPolicy) return [];
    const cookie = cookiesOf(provider, registry).find(
      ({ category, asksConsent, cookie: { domain } }) =>
        category === "marketing" || (asksConsent && domain !== undefined),
    );
    if (!cookie) return [];
    const message = `provider "${name}" of cookie "${cookie.name}" has neither a legal name nor a privacy policy, expected "entity" and "privacyPolicy"`;
    const hint = '"role: processor" says that it serves the site alone';
    return [{ path: ["name"], message, hint }];
  },
};
