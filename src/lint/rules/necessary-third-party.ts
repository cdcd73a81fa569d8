import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";

const example = (domain?: string) => exampleProvider({}, [exampleCookie("node", { domain })]);

export const necessaryThirdParty: LawRule = {
  id: "necessary-third-party",
  severity: "warning",
  needs: "cookie",
  summary: "A necessary cookie is set by a third party.",
  why: "What another site sets usually belongs to another service than the one that the visitor asked for, and is then not strictly necessary for it. Where it is, that should be explained, so this flags it for review.",
  law: exemption("user-input", "short-lived"),
  bad: example("cdn.example"),
  good: example(),
  check: ({ cookie: { name, domain }, category, isThirdParty }) =>
    category === "necessary" && isThirdParty
      ? [
          {
            path: ["domain"],
            message: `necessary cookie "${name}" is set by the third party "${domain}", expected the visited site to set it`,
            hint: "ask for consent to it, or ignore this and say which request of the visitor it serves",
          },
        ]
      : [],
};
