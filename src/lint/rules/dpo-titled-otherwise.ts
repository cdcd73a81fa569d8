import { lawOf } from "../../registry/site-law.ts";
import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (dpo: string) =>
  exampleSite({
    controller: `{ name: Example SA, email: privacy@example.example${dpo} }`,
    personInCharge: "{ CA-QC: { name: A. Example, email: privacy@example.example } }",
    languages: "[fr]",
  });

export const dpoTitledOtherwise: LawRule = {
  id: "dpo-titled-otherwise",
  severity: "note",
  needs: "site",
  summary: "A page names a data protection officer where the law has a person with another title.",
  why: "The law wants the title and the contact of the person in charge to be published. A data protection officer is a person of another law, whom visitors there do not look for.",
  law: ask("contacts.person-in-charge, without contacts.dpo", ({ contacts }) =>
    contacts?.["person-in-charge"] && !contacts.dpo
      ? contacts["person-in-charge"].source
      : undefined,
  ),
  exampleIn: "CA-QC",
  bad: example(", dpo: dpo@example.example"),
  good: example(""),
  check({ id, value: { controller, personInCharge } }, { registry, place }) {
    const whole = registry.sites.get(id)!.value;
    const isOfOther = lawOf(whole, registry).places.some(({ law }) => law.contacts?.dpo);
    if (controller?.dpo === undefined || !personInCharge || isOfOther) return [];
    const message = `"${controller.dpo}" is named as a data protection officer, expected "personInCharge" of "${place.id}" alone`;
    return [{ path: ["controller", "dpo"], message }];
  },
};
