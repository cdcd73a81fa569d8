import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { followsPeople } from "../exemptions.ts";
import type { Exemption } from "../../vocabulary/vocabulary.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (criterion?: string) =>
  exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
    exampleCookie("seen", {
      function: "retargeting",
      purposes: "[show-personalised-ads]",
      exemption: criterion,
      duration: "6 months",
    }),
    exampleCookie("choice"),
  ]);

/** Functions that meet a criterion without being necessary of themselves. */
const fits: Readonly<Partial<Record<Exemption, readonly string[]>>> = {
  "fault-detection": ["error-reporting", "performance-measurement", "debug-mode"],
};

export const exemptionUnfit: LawRule = {
  id: "exemption-unfit",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie is exempt under a criterion that its function does not meet.",
  why: "A criterion exempts what it describes. What brings advertising back to people is no security, and a map is not something that a visitor has typed in; where the criterion is met all the same, that should be explained.",
  law: exemption("user-input"),
  bad: example("security"),
  good: example(),
  yieldsTo: ["statistics-exempt"],
  check({ cookie, exemption: under }, { registry }) {
    const { name, function: id, purposes = [] } = cookie;
    if (!cookie.exemption || under === "audience-measurement" || id === undefined) return [];
    const own = registry.functions[id]?.exemption;
    const isNecessary = purposes.every(
      (purpose) => registry.purposes[purpose]?.category === "necessary",
    );
    const mayFit = !followsPeople.has(id) && isNecessary && purposes.length > 0;
    if (own === under || mayFit || fits[under!]?.includes(id)) return [];
    const message = `"${name}" is exempt as "${under}" and its function is "${id}", expected a criterion that it meets`;
    const hint = "ask for consent, or ignore this and say why the criterion is met";
    return [{ path: ["exemption"], message, hint }];
  },
};
