import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isRunByOthers, mayUseForItself } from "../who.ts";

const example = (role: string) =>
  exampleProvider({ role, country: "GB", recipients: "[Example Fonts]", reviewed: "2026-11-01" }, [
    exampleCookie("theme", { exemption: "interface-customisation" }),
    exampleCookie("choice"),
  ]);

export const appearanceShared: LawRule = {
  id: "appearance-shared",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that is exempt for the appearance of a site goes to somebody who may use it.",
  why: "Where the appearance of a site is exempt, it is so for that sole purpose. What somebody else than the site may use for itself serves another one, too.",
  law: exemption("interface-customisation", "objection"),
  exampleIn: "UK",
  bad: example("controller"),
  good: example("processor"),
  check({
    cookie,
    category,
    exemption: under,
    provider: { value },
    isThirdParty,
    recipients = [],
  }) {
    if (under !== "interface-customisation" || category === "necessary") return [];
    if (!isRunByOthers(value) || !(mayUseForItself(value) || isThirdParty)) return [];
    const who = recipients[0] ?? value.name;
    const message = `"${cookie.name}" asks no consent for the appearance of the site and "${who}" may use it, expected nobody but a processor`;
    const hint =
      'ask for consent; "operator: site" or "role: processor" says that nobody else uses it';
    return [{ path: ["exemption"], message, hint }];
  },
};
