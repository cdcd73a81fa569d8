import { rowsOfService } from "../literal/banner-rows.ts";
import type { ListContent, ListFormat } from "../format.ts";
import type { ListFault } from "../list.ts";
import { configIn } from "../literal/config.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { elsewhere } from "../literal/elsewhere.ts";
import { toldBy, toldUnder } from "../literal/list-text.ts";

const expressionOf = (text: string): string | undefined =>
  text.startsWith("^") ? text : undefined;

/** Version 0.7 calls them services, and earlier ones apps. */
const servicesOf = (content: ListContent): readonly Literal[] =>
  itemsOf(
    under(configIn(content, ["services"]), "services") ??
      under(configIn(content, ["apps"]), "apps"),
  );

/** The services of Klaro and the cookies that it erases; what it does not erase it does not name. */
export const klaroServices: ListFormat = {
  id: "klaro",
  title: "Klaro (configuration)",
  recognises: (content) => servicesOf(content).some((one) => under(one, "purposes")),
  read(content) {
    const services = servicesOf(content);
    const faults: ListFault[] = elsewhere(services, "mapping", content.text, "a service");
    const rows = services.flatMap((service) => {
      const [category] = itemsOf(under(service, "purposes"));
      const names = under(service, "cookies");
      const provider = toldUnder(service, "title", "name");
      const told = { names, provider, category: toldBy(category) };
      return rowsOfService(told, content.text, expressionOf, faults);
    });
    return { rows, faults };
  },
};
