import { atPlace } from "../../registry/site-law.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const titles = ["person-in-charge", "encarregado", "privacy-officer", "contact-person"] as const;

const titleIn = ({ contacts }: Jurisdiction) =>
  titles.find((title) => contacts?.[title]?.needed === "always");

export const personInChargeMissing: LawRule = {
  id: "person-in-charge-missing",
  severity: "error",
  needs: "site",
  summary: "A site does not name the person whom the law of a place wants to be named.",
  why: "Some laws want the title and the contact of the person in charge of personal data, so that visitors know whom to ask. An address of a data protection officer answers for some of them.",
  law: ask("contacts, of a person who is always needed", (law) => {
    const title = titleIn(law);
    return title ? law.contacts![title]!.source : undefined;
  }),
  exampleIn: "CA-QC",
  bad: exampleSite({ languages: "[fr]" }),
  good: exampleSite({
    languages: "[fr]",
    personInCharge: "{ CA-QC: { name: A. Example, email: privacy@example.example } }",
  }),
  check({ value: { personInCharge, controller } }, { place: { line, law } }) {
    const title = titleIn(law)!;
    const named = atPlace(personInCharge, line);
    if (named) {
      if (named.email !== undefined || named.address !== undefined) return [];
      const message = `"${named.name}" is named as "${title}" and cannot be reached, expected "email" or "address"`;
      return [{ severity: "warning", path: ["personInCharge"], message }];
    }
    const isReachable = controller?.email !== undefined || controller?.address !== undefined;
    if (title !== "person-in-charge" && controller?.dpo !== undefined) return [];
    if (title === "contact-person" && isReachable) return [];
    const message = `nobody is named as "${title}" for "${line[0]}", expected "personInCharge"`;
    const severity = title === "person-in-charge" ? "error" : "warning";
    const hint = `such as "personInCharge: { ${line[0]}: { name: …, email: … } }"`;
    return [{ severity, path: ["personInCharge"], message, hint }];
  },
};
