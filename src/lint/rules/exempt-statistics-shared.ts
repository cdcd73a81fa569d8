import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { pathOfExempt } from "../exemptions.ts";
import { bearsNameOf, isRunByOthers, mayUseForItself } from "../who.ts";

const example = (keys: Parameters<typeof exampleProvider>[0]) =>
  exampleProvider({ reviewed: "2026-11-01", ...keys }, [
    exampleCookie("visitor", { exemption: "audience-measurement" }),
  ]);

export const exemptStatisticsShared: LawRule = {
  id: "exempt-statistics-shared",
  severity: "error",
  needs: "cookie",
  summary: "Statistics that ask no consent go to somebody who may use them for itself.",
  why: "Where audience measurement is exempt, it is so only while nobody else gets the data: a provider measures for the site alone, as its processor, and recognises nobody from one site to the next. Whom a processor names as a recipient may be its own processor, so that this is a note.",
  law: exemption("audience-measurement", "not-shared"),
  exampleIn: "FR",
  bad: example({ recipients: "[Example Advertising]" }),
  good: example({ role: "processor" }),
  check(subject, { sites }) {
    const { cookie, exemption: under, isThirdParty, recipients = [] } = subject;
    const { value } = subject.provider;
    if (under !== "audience-measurement" || !isRunByOthers(value)) return [];
    const measures = `"${cookie.name}" measures the audience without consent`;
    const hint =
      'ask for consent; "operator: site" or "role: processor" says that nobody else uses the data';
    if (isThirdParty) {
      const message = `${measures} on the host "${cookie.domain}" of a third party, expected the site's own`;
      return [{ path: pathOfExempt(subject, "domain"), message, hint }];
    }
    const [recipient] = recipients;
    if (recipient !== undefined) {
      const message = `${measures} and "${recipient}" gets the data, expected nobody else`;
      const severity = mayUseForItself(value) ? "error" : "note";
      return [{ severity, path: ["exemption"], message, hint }];
    }
    if (!mayUseForItself(value) || sites.some((site) => bearsNameOf(value, site.value))) return [];
    const message = `${measures} and provider "${value.name}" may use the data, expected a processor`;
    return [{ severity: "warning", path: ["exemption"], message, hint }];
  },
};
