import { isMapping } from "../../source/mapping.ts";
import type { Path } from "../../source/yaml/locate.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

/** Legal forms of companies, without points and in small letters. */
const forms: ReadonlySet<string> = new Set(
  `inc incorporated corp corporation co llc lllp llp lp pbc plc ltd limited pty pte gmbh ag kg kgaa ohg ug ev eg se sa sas
  sasu sarl sprl srl snc spa sl slu sau bv nv vof ab as asa aps oy oyj kft zrt nyrt sro zoo doo dd ooo oü sia uab eood ead ood
  lda ltda eirl eireli kk gk sarlau srls`.split(/\s+/),
);

const isForm = (text: string): boolean => forms.has(text.toLowerCase().replaceAll(/[.\s/]/g, ""));

const lists: ReadonlySet<string> = new Set(["recipients", "address"]);

/** What an address may hold by itself: the code of a State or region, as in Calgary, AB. */
const isRegion = (text: string, path: Path): boolean =>
  path.at(-1) === "address" && /^[A-Z]{2}$/.test(text);

/** The lists of recipients and the addresses in a file, each with its path. */
function listsIn(value: unknown, path: Path): { path: Path; items: readonly unknown[] }[] {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : isMapping(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, inner]) => {
    const at = [...path, key];
    if (lists.has(String(key)) && Array.isArray(inner)) return [{ path: at, items: inner }];
    return listsIn(inner, at);
  });
}

export const companyFormAlone: CraftRule = {
  id: "company-form-alone",
  severity: "error",
  needs: "file",
  summary:
    "The legal form of a company stands alone in a list, since the comma before it divided the name.",
  why: "A comma divides the items of a list in brackets. A name such as Acme, Inc. without quotes becomes two, and the page names a company “Inc.” that does not exist.",
  bad: exampleProvider({ recipients: "[Acme, Inc.]" }, [exampleCookie("sid")]),
  good: exampleProvider({ recipients: '["Acme, Inc."]' }, [exampleCookie("sid")]),
  check: ({ source }) =>
    listsIn(source.value, []).flatMap(({ path, items }) =>
      items.flatMap((item, index) => {
        if (typeof item !== "string" || !isForm(item) || isRegion(item, path)) return [];
        const before = items[index - 1];
        const whole = JSON.stringify(`${typeof before === "string" ? before : "…"}, ${item}`);
        return [
          {
            path: [...path, index],
            message: `"${item}" is the form of a company and no name, expected one item for the whole name`,
            hint: `quote the name: ${whole}`,
          },
        ];
      }),
    ),
};
