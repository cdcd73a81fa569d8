import type { ListFormat } from "../format.ts";
import type { ListRow } from "../list.ts";
import { itemsOf, type Literal, readJson, under } from "../literal/literal.ts";
import { toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";

const units: Readonly<Record<string, string>> = {
  s: "seconds",
  m: "minutes",
  h: "hours",
  d: "days",
  mo: "months",
  y: "years",
};

const storages: Readonly<Record<string, string>> = {
  http: "HTTP cookie",
  local: "local storage",
  session: "session storage",
  indexedDb: "IndexedDB",
};

function durationOf(definition: Literal): ListText | undefined {
  const isSession = toldUnder(definition, "isSessionDuration");
  if (isSession && ["true", "1"].includes(isSession.text)) return { ...isSession, text: "session" };
  const [count, unit] = [toldUnder(definition, "duration"), toldUnder(definition, "durationUnit")];
  if (!count || count.text === "0") return undefined;
  return { ...count, text: `${count.text} ${units[unit?.text ?? "y"] ?? unit?.text}` };
}

/** The definitions, which the export may hold as a text of JSON; they all stand then in its place. */
function definitionsOf(metas: Literal | undefined): readonly Literal[] {
  const found = under(metas, "technicalDefinitions");
  if (found?.kind !== "text") return itemsOf(found);
  const { start, end } = found;
  return itemsOf(readJson(found.value).literal).map((one) => placedAt(one, start, end));
}

const placedAt = (literal: Literal, start: number, end: number): Literal =>
  literal.kind === "mapping"
    ? {
        ...literal,
        start,
        end,
        entries: new Map(
          [...literal.entries].map(([key, value]) => [key, placedAt(value, start, end)]),
        ),
      }
    : { ...literal, start, end };

/** What names a group, by everything by which a cookie may name it. */
function groupsOf(json: Literal | undefined): ReadonlyMap<string, ListText> {
  const named = itemsOf(under(json, "cookieGroups")).flatMap((group) => {
    const name = toldUnder(group, "name", "slug");
    const keys = ["ID", "id", "term_id", "slug", "name"].flatMap(
      (key) => toldUnder(group, key)?.text ?? [],
    );
    return name ? keys.map((key) => [key, name] as const) : [];
  });
  return new Map(named);
}

/** The export of Real Cookie Banner for WordPress. */
export const realCookieBanner: ListFormat = {
  id: "real-cookie-banner",
  title: "Real Cookie Banner (JSON)",
  recognises: ({ json }) =>
    itemsOf(under(json, "cookies")).some((cookie) => under(cookie, "metas") !== undefined),
  read({ json }) {
    const groups = groupsOf(json);
    const rows = itemsOf(under(json, "cookies")).flatMap((service): ListRow[] => {
      const metas = under(service, "metas");
      const group = toldUnder(service, "group");
      const title = toldUnder(service, "post_title");
      return definitionsOf(metas).flatMap((definition): ListRow[] => {
        const names = toldUnder(definition, "name");
        if (!names) return [];
        const type = toldUnder(definition, "type");
        return [
          {
            names,
            category: group && (groups.get(group.text) ?? group),
            duration: durationOf(definition),
            purpose: toldUnder(definition, "purpose") ?? toldUnder(metas, "purpose"),
            storage: type && { ...type, text: storages[type.text] ?? type.text },
            host: toldUnder(definition, "host"),
            provider: title ?? toldUnder(metas, "provider"),
            policy: toldUnder(metas, "providerPrivacyPolicyUrl", "providerPrivacyPolicy"),
            headings: [],
          },
        ];
      });
    });
    return { rows, faults: [] };
  },
};
