import type { ListFormat } from "../format.ts";
import type { ListRow } from "../list.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { saying, toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";

const groupsOf = (json: Literal | undefined): readonly Literal[] =>
  itemsOf(under(under(json, "DomainData"), "Groups") ?? under(json, "Groups"));

/** The groups that it brings along, whatever a site calls them. */
const categoryOfGroup: Readonly<Record<string, string>> = {
  C0001: "necessary",
  C0002: "statistics",
  C0003: "preferences",
  C0004: "marketing",
  C0005: "marketing",
};

function categoryOf(group: Literal): ListText | undefined {
  const id = toldUnder(group, "OptanonGroupId", "CustomGroupId");
  const known =
    id && Object.hasOwn(categoryOfGroup, id.text) ? categoryOfGroup[id.text] : undefined;
  return id && known !== undefined
    ? { ...id, text: known }
    : toldUnder(group, "GroupName", "GroupNameMobile");
}

/** Days, with the session apart. */
function durationOf(cookie: Literal): ListText | undefined {
  const isSession = under(cookie, "IsSession");
  if (isSession?.kind === "word" && isSession.value === "true") return saying(isSession, "session");
  const length = toldUnder(cookie, "Length");
  return length && { ...length, text: `${length.text} days` };
}

function readCookies(group: Literal, host: Literal | undefined): ListRow[] {
  const category = categoryOf(group);
  const cookies = under(host ?? group, host ? "Cookies" : "FirstPartyCookies");
  return itemsOf(cookies).flatMap((cookie): ListRow[] => {
    const names = toldUnder(cookie, "Name");
    if (!names) return [];
    const company = toldUnder(host, "DisplayName", "HostName");
    return [
      {
        names,
        category,
        duration: durationOf(cookie),
        purpose: toldUnder(cookie, "description", "Description"),
        host: toldUnder(cookie, "Host") ?? toldUnder(host, "HostName"),
        provider: company,
        policy: toldUnder(host, "PrivacyPolicy"),
        party: host ? undefined : { ...names, text: "first party" },
        headings: [],
      },
    ];
  });
}

/** What OneTrust publishes for each language of a site. */
export const oneTrust: ListFormat = {
  id: "onetrust",
  title: "OneTrust (JSON)",
  recognises: ({ json }) =>
    groupsOf(json).some((group) => under(group, "FirstPartyCookies") ?? under(group, "Hosts")),
  read({ json }) {
    const rows = groupsOf(json).flatMap((group) => [
      ...readCookies(group, undefined),
      ...itemsOf(under(group, "Hosts")).flatMap((host) => readCookies(group, host)),
    ]);
    const culture = toldUnder(under(under(json, "DomainData"), "Language"), "Culture");
    return { rows, faults: [], language: culture?.text };
  },
};
