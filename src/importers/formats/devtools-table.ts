import { isCookieName, jarHost } from "../../observation/cookie-owner.ts";
import type { Observation } from "../../observation/observation.ts";
import { isHostOnly, jarGaps, lifetimeUntil } from "../browser-cookie.ts";
import { collect, eachLine, type EvidenceEntry, isFault } from "../collect.ts";
import { sameSiteOf, withoutUnknown } from "../fields.ts";
import type { Importer } from "../importer.ts";

/** Name, value, domain, path and end; all of them, since a position alone tells the name from the value. */
const row =
  /^[^\t\n]*\t[^\t\n]*\t\.?[\w.-]+\t\/[^\t\n]*\t(?:Session|\d{4}-\d\d-\d\dT[\d:.]+Z)(?:\t|\r?$)/m;
const head = /^Name\tValue\t/;

const ticked = (field: string | undefined): boolean | undefined =>
  field === undefined ? undefined : field !== "";

function readRow(text: string, at: number | undefined): EvidenceEntry {
  if (!row.test(text)) return { fault: "that are no row of the table of cookies" };
  const [name = "", value, domain = "", path, end, _size, httpOnly, secure, sameSite = ""] =
    text.split("\t");
  const host = jarHost(domain);
  if (host === undefined) return { fault: "without a host" };
  if (name === "" && value === "") return { fault: "without a name" };
  if (!isCookieName(name)) return { fault: "with a name that browsers refuse" };
  return withoutUnknown<Observation>({
    name,
    storage: "cookie",
    host,
    hostOnly: isHostOnly(domain),
    path,
    lifetime: lifetimeUntil(end === "Session" ? undefined : end, at),
    httpOnly: ticked(httpOnly),
    secure: ticked(secure),
    sameSite: sameSiteOf({ sameSite }),
  });
}

/** The rows of the table of cookies, as Chrome's developer tools put them on the clipboard. */
export const devtoolsTable: Importer = {
  id: "devtools-table",
  title: "the table of cookies of Chrome's developer tools",
  recognises: ({ json, text }) => json === undefined && row.test(text),
  read: (content) =>
    collect(
      content,
      [...eachLine(content.text)].flatMap(({ text, offset }) => {
        if (text.trim() === "" || head.test(text)) return [];
        const entry = readRow(text, content.capturedAt);
        return [isFault(entry) ? { ...entry, offset } : entry];
      }),
      jarGaps,
    ),
};
