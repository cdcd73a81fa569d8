import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";
import { findOutliving } from "../exemptions.ts";

const example = (duration: string) =>
  exampleProvider({}, [
    exampleCookie("cart", { function: "shopping-cart", purposes: "[keep-cart]", duration }),
  ]);

export const userInputPersistent: LawRule = {
  id: "user-input-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that holds a visitor's input without consent stays for more than a few hours.",
  why: "A cart or a half-filled form exempts a cookie for the session, or for a few hours where it would otherwise be lost. A longer life is flagged for review. A few hours are taken as one day here: that figure is this tool's.",
  law: exemption("user-input", "short-lived"),
  bad: example("30 days"),
  good: example("2 hours"),
  check: (subject) =>
    findOutliving(subject, "user-input", "shorten it, or ask for consent to keep the input longer"),
};
