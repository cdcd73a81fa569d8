import { inLanguage } from "../../vocabulary/by-language.ts";
import { exampleSite } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { contact } from "../questions.ts";

const example = (controller: string) => exampleSite({ controller: `{ ${controller} }` });

export const contactMissing: LawRule = {
  id: "contact-missing",
  severity: "error",
  needs: "site",
  summary: "A controller has neither an e-mail nor a postal address.",
  why: "Visitors have rights against the controller, and can use them only if the page says how to reach it.",
  law: contact("controller"),
  bad: example("name: Example SA"),
  good: example("name: Example SA, email: privacy@example.example"),
  check: ({ value: { controller } }) =>
    !controller || controller.email !== undefined || controller.address
      ? []
      : [
          {
            path: ["controller", "name"],
            message: `controller "${inLanguage(controller.name, "en")}" cannot be reached, expected "email" or "address"`,
          },
        ],
};
