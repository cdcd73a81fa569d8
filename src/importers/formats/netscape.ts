import { jarHost, isCookieName } from "../../observation/cookie-owner.ts";
import { collect, type EvidenceEntry, eachLine, isFault } from "../collect.ts";
import type { Importer } from "../importer.ts";
import { jarGaps, lifetimeUntil } from "../browser-cookie.ts";
const httpOnlyPrefix = "#HttpOnly_";
const title = /^# (?:Netscape )?HTTP Cookie File/;
const row = /^(?:#HttpOnly_)?[^\t\n#]+\t(?:TRUE|FALSE)\t[^\t\n]*\t(?:TRUE|FALSE)\t/m;

const isFlag = (field: string): boolean => /^(?:true|false)$/i.test(field);

const isEnd = /^(?:-?\d+(?:\.\d+)?)?$/;

/** Some leave out an empty value; any other number as the fifth of six fields may be a name, and the sixth its value. */
const isEndAlone = /^(?:0|\d{10,})$/;

function readRow(text: string, at: number | undefined): EvidenceEntry {
  const httpOnly = text.startsWith(httpOnlyPrefix);
  const fields = (httpOnly ? text.slice(httpOnlyPrefix.length) : text).split("\t");
  const [domain = "", subdomains = "", path = "", secure = "", expires = "", name = "", value] =
    fields;
  const isRow =
    isFlag(subdomains) &&
    isFlag(secure) &&
    (fields.length === 7 ? isEnd : isEndAlone).test(expires);
  if (!isRow) return { fault: "that are no seven fields between tabs" };
  const host = jarHost(domain);
  if (host === undefined) return { fault: "without a host" };
  if (name === "" && (value ?? "") === "") return { fault: "without a name" };
  if (!isCookieName(name)) return { fault: "with a name that browsers refuse" };
  return {
    name,
    storage: "cookie",
    host,
    hostOnly: subdomains.toUpperCase() !== "TRUE",
    path,
    lifetime: lifetimeUntil(expires, at),
    httpOnly,
    secure: secure.toUpperCase() === "TRUE",
  };
}

/** The cookies.txt of curl, wget, yt-dlp and many extensions. */
export const netscape: Importer = {
  id: "netscape",
  title: "Netscape cookies.txt",
  recognises: ({ json, text }) => json === undefined && (title.test(text) || row.test(text)),
  read(content) {
    const entries: EvidenceEntry[] = [];
    for (const { text, offset } of eachLine(content.text)) {
      if (text.trim() === "" || (text.startsWith("#") && !text.startsWith(httpOnlyPrefix)))
        continue;
      const entry = readRow(text, content.capturedAt);
      entries.push(isFault(entry) ? { ...entry, offset } : entry);
    }
    return collect(content, entries, jarGaps);
  },
};
