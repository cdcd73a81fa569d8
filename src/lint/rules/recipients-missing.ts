import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (recipients?: string) => exampleProvider({ recipients }, [exampleCookie("sid")]);

const hint =
  'list who else gets the data, once for the provider; "recipients: []" says that nobody does';

export const recipientsMissing: LintRule = {
  id: "recipients-missing",
  severity: "error",
  needs: "cookie",
  summary: "Nothing says whether third parties have access to what a cookie holds or collects.",
  why: "Visitors must be told whether third parties may have access to a cookie before they can choose. That nobody has is an answer, too, but it has to be given.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  jurisdictions: ["EU", "UK"],
  bad: example(),
  good: example("[]"),
  check({ provider: { value, place }, cookie }) {
    if (cookie.recipients || value.recipients) return [];
    if (value.cookies.some(({ recipients }) => recipients)) {
      const message = `neither cookie "${cookie.name}" nor its provider has recipients, expected "recipients"`;
      return [{ path: ["recipients"], message, hint }];
    }
    // The same for each of its cookies, and so said once.
    const message = `neither provider "${value.name}" nor its cookies have recipients, expected "recipients"`;
    return [{ path: [], place: place(["recipients"]), message, hint }];
  },
};
