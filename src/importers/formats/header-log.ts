import { epochOf } from "../../observation/date.ts";
import { collect, eachLine, setByHeader, type EvidenceEntry } from "../collect.ts";
import { reportEvidence } from "../evidence-rules.ts";
import type { Importer } from "../importer.ts";

/** The value of a header and where it stands in the log, counted from 0. */
interface LoggedHeader {
  readonly value: string;
  readonly offset: number;
}

/** A response of a log: its address and, in epoch milliseconds, its `Date`, where the log tells. */
interface LoggedResponse {
  readonly url: string | undefined;
  readonly time: number | undefined;
  /** At least one. */
  readonly cookies: readonly LoggedHeader[];
}

const marks = /^[<>*] ?/;
const header = /^(?<name>set-cookie|date|location|host):[ \t]*(?<value>[^]*)$/i;
const address = /^(?:[A-Z]+ )?(?<url>https?:\/\/[^\s/?#]+[^\s]*)(?: HTTP\/[\d.]+)?$/i;
const status = /^HTTP\/[\d.]+ \d{3}/;
const request = /^[A-Z]+ (?<path>\/\S*) HTTP\/[\d.]+$/;

const resolve = (location: string, base: string | undefined): string | undefined =>
  URL.canParse(location, base) ? new URL(location, base).href : undefined;

/** The responses of a log of headers that carry cookies, in order; each ends at an empty line, a status line or another address. */
function* readResponses(text: string): Generator<LoggedResponse> {
  let url: string | undefined;
  let redirect: string | undefined;
  let path = "/";
  let scheme = "http";
  let time: number | undefined;
  let cookies: LoggedHeader[] = [];
  const close = (): LoggedResponse => {
    const response = { url, time, cookies };
    cookies = [];
    return response;
  };
  for (const { text: line, offset } of eachLine(text)) {
    const mark = line[0];
    const said = line.replace(marks, "").trim();
    if (mark === "*" && /\b(?:TLS|SSL|ALPN)\b/.test(said)) scheme = "https";
    const { name, value = "" } = header.exec(said)?.groups ?? {};
    const next = address.exec(said)?.groups?.["url"];
    if (said === "" || status.test(said) || next !== undefined) {
      if (cookies.length > 0) yield close();
      time = undefined;
      if (status.test(said) && redirect !== undefined) url = redirect;
      if (status.test(said) || next !== undefined) redirect = undefined;
      url = next ?? url;
    } else if (mark === ">") {
      path = request.exec(said)?.groups?.["path"] ?? path;
      if (name?.toLowerCase() === "host") url = resolve(path, `${scheme}://${value}`);
      redirect = undefined;
    } else if (name?.toLowerCase() === "set-cookie") {
      cookies.push({ value, offset });
    } else if (name?.toLowerCase() === "date") {
      time = epochOf(value);
    } else if (name?.toLowerCase() === "location") {
      redirect = resolve(value, url);
    }
  }
  if (cookies.length > 0) yield close();
}

const gaps = ["headers show no cookie that a script set, and no other storage"];

const anyHeader = /^(?:< ?)?set-cookie:/im;
const statusFirst = /^\s*(?:< ?)?HTTP\/[\d.]+ \d{3}/;

const domainIn = /;\s*domain\s*=\s*\.?(?<domain>[^;\s]+)/i;

/** Of a response whose address is not told, the `Domain` alone says whose a cookie is. */
function readWithoutAddress(line: string, time: number | undefined): EvidenceEntry | undefined {
  const domain = domainIn.exec(line)?.groups?.["domain"];
  const entry = setByHeader(line, { url: `https://${domain ?? "unknown.invalid"}/`, time });
  if (!entry || "fault" in entry) return entry;
  const { setter: _, path, host, hostOnly, ...known } = entry;
  return {
    ...known,
    ...(path !== undefined && /;\s*path\s*=\s*\//i.test(line) ? { path } : {}),
    ...(domain !== undefined && host !== undefined ? { host, hostOnly: hostOnly ?? false } : {}),
  };
}

function readHeader(
  { url, time }: LoggedResponse,
  { value, offset }: LoggedHeader,
): EvidenceEntry[] {
  const entry =
    url === undefined ? readWithoutAddress(value, time) : setByHeader(value, { url, time });
  return entry === undefined ? [] : ["fault" in entry ? { ...entry, offset } : entry];
}

/**
 * Lines of `Set-Cookie: …`, as `curl --include` and `curl --verbose` print them or as written by hand: a line that is an
 * address says whose response follows, a `Date` header when it was made.
 */
export const headerLog: Importer = {
  id: "header-log",
  title: "lines of Set-Cookie headers",
  recognises: ({ json, text }) =>
    json === undefined && (statusFirst.test(text) || anyHeader.test(text)),
  read(content) {
    const responses = [...readResponses(content.text)];
    const entries = responses.flatMap((one) => one.cookies.flatMap((two) => readHeader(one, two)));
    const evidence = collect(content, entries, gaps);
    const homeless = responses.find(({ url }) => url === undefined);
    if (!homeless) return evidence;
    const message = "Set-Cookie of an unknown response, expected its address on a line above";
    const hint = 'write a line such as "https://www.example.com/" above the headers';
    const offset = homeless.cookies[0]?.offset ?? 0;
    const problem = { rule: "skipped-evidence", message, hint } as const;
    const warning = reportEvidence(content, offset, problem, "warning");
    return { ...evidence, diagnostics: [...evidence.diagnostics, warning] };
  },
};
