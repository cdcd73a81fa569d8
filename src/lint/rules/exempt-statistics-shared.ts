import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isRunByOthers, mayUseForItself } from "../who.ts";

const example = (keys: Parameters<typeof exampleProvider>[0]) =>
  exampleProvider({ reviewed: "2026-11-01", ...keys }, [
    exampleCookie("visitor", { exemption: "audience-measurement" }),
  ]);

export const exemptStatisticsShared: LawRule = {
  id: "exempt-statistics-shared",
  severity: "error",
  needs: "cookie",
  summary: "Statistics that ask no consent go to somebody who may use them for itself.",
  why: "Where audience measurement is exempt, it is so only while nobody else gets the data: a provider measures for the site alone, as its processor, and recognises nobody from one site to the next.",
  law: exemption("audience-measurement", "not-shared"),
  exampleIn: "FR",
  bad: example({ recipients: "[Example Advertising]" }),
  good: example({ role: "processor" }),
  check({ cookie, exemption: under, provider: { value }, isThirdParty, recipients = [] }) {
    if (under !== "audience-measurement" || !isRunByOthers(value)) return [];
    const subject = `"${cookie.name}" measures the audience without consent`;
    const hint =
      'ask for consent; "operator: site" or "role: processor" says that nobody else uses the data';
    if (isThirdParty) {
      const message = `${subject} on the host "${cookie.domain}" of a third party, expected the site's own`;
      return [{ path: ["domain"], message, hint }];
    }
    if (!mayUseForItself(value)) return [];
    const [recipient] = recipients;
    if (recipient !== undefined) {
      const message = `${subject} and "${recipient}" gets the data, expected nobody else`;
      return [{ path: ["exemption"], message, hint }];
    }
    const message = `${subject} and provider "${value.name}" may use the data, expected a processor`;
    return [{ severity: "warning", path: ["exemption"], message, hint }];
  },
};
