import type { Category, Exemption } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { pathOfExempt } from "../exemptions.ts";
import type { LawRule } from "../rule.ts";
import { optIn } from "../questions.ts";

const example = (purposes: string) =>
  exampleProvider({}, [exampleCookie("sid", { purposes: `[${purposes}]`, category: "necessary" })]);

/** Purposes that a criterion covers whatever their category. */
const covered: Readonly<Partial<Record<Exemption, readonly string[]>>> = {
  "fault-detection": ["find-technical-problems"],
};

/** The categories of purposes that a criterion covers. */
function allowed(exemption: Exemption, category: Category): readonly Category[] {
  if (exemption === "audience-measurement") return ["necessary", "statistics"];
  const covers = exemption === "interface-customisation" || exemption === "user-input";
  return covers || category === "preferences" ? ["necessary", "preferences"] : ["necessary"];
}

export const exemptWithOtherPurpose: LawRule = {
  id: "exempt-with-other-purpose",
  severity: "error",
  needs: "cookie",
  summary: "A cookie that asks no consent also serves a purpose that needs it.",
  why: "A cookie with several purposes may do without consent only if every one of them is exempt. One that also remembers preferences, measures or advertises has to ask, however necessary it is besides.",
  law: optIn("marketing"),
  bad: example("check-identity, measure-audience"),
  good: example("check-identity"),
  check(subject, { registry }) {
    const { asksConsent, exemption, category: own } = subject;
    const { name, purposes = [], condition } = subject.cookie;
    if (asksConsent || exemption === undefined) return [];
    const isChosen = condition === "stay-logged-in-chosen";
    return purposes.flatMap((purpose, index) => {
      const { category = "necessary", tcf = [] } = registry.purposes[purpose] ?? {};
      // What shows content by what is known of a visitor is no setting of theirs.
      const isSetting = category === "preferences" && tcf.length === 0;
      const isAllowed = allowed(exemption, own).includes(category) || (isSetting && isChosen);
      if (isAllowed && (isSetting || category !== "preferences")) return [];
      if (covered[exemption]?.includes(purpose)) return [];
      const message = `"${name}" asks no consent, but its purpose "${purpose}" is one of "${category}", expected exempt purposes only`;
      const hint = "use another cookie for it, or ask for consent to this one";
      const severity = category === "preferences" ? "warning" : "error";
      return [{ severity, path: pathOfExempt(subject, "purposes", index), message, hint }];
    });
  },
};
