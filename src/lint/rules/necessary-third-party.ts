import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { mayUseForItself } from "../who.ts";
import { exemption } from "../questions.ts";

const example = (domain?: string) => exampleProvider({}, [exampleCookie("node", { domain })]);

export const necessaryThirdParty: LawRule = {
  id: "necessary-third-party",
  severity: "warning",
  needs: "cookie",
  summary: "A necessary cookie serves a third party.",
  why: "What another site sets usually belongs to another service than the one that the visitor asked for, and is then not strictly necessary for it. Nor is it where a service that tells people from robots learns of them for itself. Where it is necessary, that should be explained, so this flags it for review.",
  law: exemption("user-input", "short-lived"),
  bad: example("cdn.example"),
  good: example(),
  check({ cookie, category, asksConsent, isThirdParty, provider }) {
    if (category !== "necessary" || asksConsent) return [];
    const { name, domain, function: id } = cookie;
    const hint =
      "ask for consent to it, or ignore this and say which request of the visitor it serves";
    if (isThirdParty) {
      const message = `necessary cookie "${name}" is set by the third party "${domain}", expected the visited site to set it`;
      return [{ path: ["domain"], message, hint }];
    }
    const isOfOther = provider.value.country !== undefined && mayUseForItself(provider.value);
    if (id !== "bot-detection" || !isOfOther) return [];
    const message = `necessary cookie "${name}" lets "${provider.value.name}" tell people from robots, which may use what it learns, expected a processor or consent`;
    const processor = '"role: processor" says that it serves the site alone';
    return [{ path: ["function"], message, hint: `${processor}; else ${hint}` }];
  },
};
