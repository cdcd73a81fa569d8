import { rowsOfService } from "../literal/banner-rows.ts";
import { expressionIn } from "../literal/expressions.ts";
import type { ListContent, ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import { configIn } from "../literal/config.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { elsewhere } from "../literal/elsewhere.ts";
import { saying, toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";

const purposesOf = (content: ListContent): readonly Literal[] =>
  itemsOf(under(configIn(content, ["purposes", "privacyPolicyUrl"]), "purposes"));

/** The purposes of Orejime, which may have others within, and the cookies that it erases. */
export const orejimePurposes: ListFormat = {
  id: "orejime",
  title: "Orejime (configuration)",
  recognises: (content) => purposesOf(content).some((one) => under(one, "id")),
  read(content) {
    const faults: ListFault[] = [];
    const readPurpose = (purpose: Literal, outer: ListText | undefined): ListRow[] => {
      const isNeeded = toldUnder(purpose, "isMandatory")?.text === "true";
      const id = outer ?? toldUnder(purpose, "id");
      const category = isNeeded ? saying(purpose, "necessary") : id;
      const inner = itemsOf(under(purpose, "purposes"));
      faults.push(...elsewhere([purpose], "mapping", content.text, "a purpose"));
      const names = under(purpose, "cookies");
      const provider = outer && toldUnder(purpose, "title", "id");
      return [
        ...rowsOfService({ names, provider, category }, content.text, expressionIn, faults),
        ...inner.flatMap((one) => readPurpose(one, id)),
      ];
    };
    return { rows: purposesOf(content).flatMap((one) => readPurpose(one, undefined)), faults };
  },
};
