import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isRunByOthers } from "../who.ts";

const example = (recipients?: string) =>
  exampleProvider({ country: "FR", recipients }, [exampleCookie("sid")]);

export const recipientsMissing: LawRule = {
  id: "recipients-missing",
  severity: "note",
  needs: "provider",
  summary: "Nothing says who else than the provider has access to what a cookie holds or collects.",
  why: "The provider that runs a service has access itself, and is named. Visitors must be told who else may have; where that is unknown the page says that the provider does not state it. Software that the site runs itself has no other recipient, and where the provider lists its own the page leads there.",
  law: duty("recipients"),
  bad: example(),
  good: example("[]"),
  check({ value }) {
    const { name, recipients, subprocessors, cookies } = value;
    if (!isRunByOthers(value) || recipients || subprocessors) return [];
    if (cookies.every((cookie) => cookie.recipients)) return [];
    const message = `provider "${name}" states no recipients, expected "recipients" or "subprocessors"`;
    const hint =
      '"recipients: []" says that nobody else has the data; "operator: site" says that the site runs it itself';
    return [{ path: ["recipients"], message, hint }];
  },
};
