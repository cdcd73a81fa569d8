import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { followsPeople } from "../exemptions.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (id: string) =>
  exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
    exampleCookie("visitor", { function: id, exemption: "audience-measurement" }),
  ]);

/** Purposes that serve somebody else, or ask people. */
const otherPurposes = ["improve-provider-services", "collect-opinions"];

/** Where visitors come from, which some laws leave out of what is exempt. */
const ofChannels = { function: "traffic-source-detection", purposes: ["find-traffic-sources"] };

export const exemptStatisticsOtherFunction: LawRule = {
  id: "exempt-statistics-other-function",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie is exempt as audience measurement and does more than count an audience.",
  why: "The exemption covers figures about an audience. What records single visits, measures advertising or follows people to other sites is not covered, whatever it measures besides, nor is what serves the provider itself or asks visitors for opinions. In France the channels by which visitors arrive are left out, too.",
  law: exemption("audience-measurement"),
  exampleIn: "FR",
  bad: example("session-recording"),
  good: example("audience-measurement"),
  check(
    { cookie: { name, function: id = "", purposes = [] }, exemption: under },
    { place: { law } },
  ) {
    if (under !== "audience-measurement") return [];
    const { conditions = [] } = law.exemptions!["audience-measurement"]!;
    const channels = conditions.includes("no-channels") ? ofChannels : undefined;
    const others = new Set([...otherPurposes, ...(channels?.purposes ?? [])]);
    const other = purposes.find((purpose) => others.has(purpose));
    const isOther = followsPeople.has(id) || id === "survey" || id === channels?.function;
    if (!isOther && other === undefined) return [];
    const what = isOther ? `its function is "${id}"` : `one of its purposes is "${other}"`;
    const message = `"${name}" is exempt as "audience-measurement" and ${what}, expected consent`;
    return [{ path: ["exemption"], message, hint: "ask for consent to it" }];
  },
};
