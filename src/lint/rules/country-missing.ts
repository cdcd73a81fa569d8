import { cookiesOf, type ProviderCookie } from "../../registry/cookies.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { countryAt } from "../transfers.ts";
import { isRunByOthers } from "../who.ts";

const example = (country?: string) =>
  exampleProvider({ country, transfers: undefined, reviewed: "2026-11-01" }, [
    exampleCookie("sid", { domain: "example.example" }),
  ]);

/** Whether it is somebody else: by its role, its policy, a host of its own, recipients, or advertising. */
const discloses = (
  { recipients, cookies, role, privacyPolicy, optOut }: Provider,
  used: readonly ProviderCookie[],
): boolean =>
  [role, privacyPolicy, optOut].some((one) => one !== undefined) ||
  used.some(({ category }) => category === "marketing") ||
  cookies.some(
    (cookie) => cookie.domain !== undefined || ((cookie.recipients ?? recipients)?.length ?? 0) > 0,
  );

export const countryMissing: LawRule = {
  id: "country-missing",
  severity: "warning",
  needs: "provider",
  summary: "Nothing says in which country a provider that receives data is.",
  why: "Where personal data goes abroad, visitors must be told where to. Without the provider's country nobody can tell whether it is abroad.",
  law: duty("countries"),
  bad: example(),
  good: example("FR"),
  check(provider, { registry, place: { line } }) {
    const { value } = provider;
    const { name, transfers } = value;
    if (!isRunByOthers(value) || countryAt(value, line) !== undefined || transfers) return [];
    if (!discloses(value, cookiesOf(provider, registry))) return [];
    return [
      { path: ["country"], message: `provider "${name}" has no country, expected "country"` },
    ];
  },
};
