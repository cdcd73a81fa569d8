import type { ListFault, ListRow } from "../list.ts";
import type { ListText } from "../list-text.ts";
import { expressionIn, nameOfExpression } from "./expressions.ts";
import { itemsOf, type Literal, under } from "./literal.ts";
import { saying, toldBy } from "./list-text.ts";
import { elsewhere, standsElsewhere } from "./elsewhere.ts";

/** What a banner switches at once, and the names that it then erases. */
interface BannerService {
  /** A list of them. */
  readonly names: Literal | undefined;
  readonly provider: ListText | undefined;
  readonly category: ListText | undefined;
}

/** How a banner writes an expression as a text: Klaro with its anchor, Orejime between slashes. */
type Notation = (text: string) => string | undefined;

const unreadable = (at: ListText): ListFault => ({
  at,
  rule: "unusable-name",
  severity: "warning",
  message: `expression ${JSON.stringify(at.text)}, expected one that a name with "*" can say`,
  hint: "give the names by hand",
});

/** The rows of a service: each name once, whichever paths and domains it is erased for. */
export function rowsOfService(
  { names, provider, category }: BannerService,
  text: string,
  expressionOf: Notation,
  faults: ListFault[],
): ListRow[] {
  const rows = new Map<string, ListRow>();
  faults.push(...elsewhere([names], "list", text, "names"));
  for (const item of itemsOf(names)) {
    const [first] = itemsOf(item);
    // With a path and a domain, in a list or by their names.
    const name = first ?? under(item, "pattern") ?? under(item, "name") ?? item;
    const code = name.kind === "code" ? text.slice(name.start, name.end).trim() : undefined;
    const written = code === undefined ? undefined : expressionIn(code);
    const told = written === undefined ? toldBy(name) : saying(name, code!);
    if (!told) faults.push(standsElsewhere(name, text, "a name"));
    if (!told || told.text === "") continue;
    const expression = written ?? expressionOf(told.text);
    const read = expression === undefined ? told.text : nameOfExpression(expression);
    if (read === undefined) faults.push(unreadable(told));
    else if (!rows.has(read))
      rows.set(read, {
        names: { ...told, text: read },
        isExact: true,
        provider,
        category,
        headings: [],
      });
  }
  return [...rows.values()];
}
